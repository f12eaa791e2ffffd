import { z } from "zod";
import { changed, defineStep } from "../step.ts";

/** Header whose cells are JSON objects → the members to take; each becomes a column `Header.member`. */
export const spread = defineStep(z.record(z.string(), z.array(z.string()).min(1)), (given, { header, placeOf }) => {
  const sources = Object.entries(given).map(([name, members]) => ({ at: placeOf(name), name, members }));
  return {
    header: [...header, ...sources.flatMap(({ name, members }) => members.map((member) => `${name}.${member}`))],
    take: (entry) => {
      const added: (string | null)[] = [];
      for (const { at, members } of sources) {
        const object = objectOf(entry.fields[at] ?? "");
        if (object === null)
          return [changed(entry, { fields: [], fault: { found: entry.fields[at] ?? "nothing", reason: { code: "json-object" } } })];
        added.push(...members.map((member) => textOf(object[member])));
      }
      return [changed(entry, { fields: [...entry.fields, ...added] })];
    },
  };
});

/** A blank cell has no members; null when a text is no object. */
function objectOf(text: string): Record<string, unknown> | null {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === "object" ? JSON.stringify(value) : String(value);
