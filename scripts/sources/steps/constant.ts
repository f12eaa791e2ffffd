import { z } from "zod";
import { defineStep, withFields } from "../step.ts";

const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** Column → the value that all records have in it, where no header says so. */
export const constant = defineStep(z.record(z.string(), word), (given, { header }) => ({
  header: [...header, ...Object.keys(given)],
  take: (entry) => [withFields(entry, [...entry.fields, ...Object.values(given)])],
}));
