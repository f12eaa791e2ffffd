import { stringify } from "yaml";

/** A value in one line of YAML, with quotes where it needs them to be read as what it is. */
export function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(", ")}]`;
  if (typeof value === "object" && value !== null) return `{ ${Object.entries(value).map(pairInLine).join(", ")} }`;
  return stringify([value], { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trimEnd().slice(1, -1);
}

/** A key and its value. */
export const pairInLine = ([key, value]: readonly [string, unknown]): string => `${inLine(key)}: ${inLine(value)}`;

/** A value after its key in a line of its own, where fewer texts need quotes than among others. */
export const inBlock = (value: unknown): string =>
  typeof value === "string" ? stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd() : inLine(value);
