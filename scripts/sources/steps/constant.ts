import { z } from "zod";
import { scalar } from "../scalar.ts";
import { changed, defineStep } from "../step.ts";

/** Column → the value that all records have in it, where no header says so. */
export const constant = defineStep(z.record(z.string(), scalar), (given, { header }) => ({
  header: [...header, ...Object.keys(given)],
  take: (entry) => [changed(entry, { fields: [...entry.fields, ...Object.values(given)] })],
}));
