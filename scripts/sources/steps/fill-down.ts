import { z } from "zod";
import { changed, defineStep } from "../step.ts";

/** Headers whose blank cells mean the value of the row above, as where an order is written once for all its lines. */
export const fillDown = defineStep(z.array(z.string()).min(1), (names, { header, placeOf }) => {
  const above = new Map<number, string | null>(names.map((name) => [placeOf(name), null]));
  return {
    header,
    take: (entry) => {
      const fields = entry.fields.map((field, at) => (above.has(at) && !field?.trim() ? (above.get(at) ?? null) : field));
      for (const at of above.keys()) above.set(at, fields[at] ?? null);
      return [changed(entry, { fields })];
    },
  };
});
