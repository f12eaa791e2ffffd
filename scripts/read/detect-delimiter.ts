import { scanRecord } from "./csv-record.ts";
import { DELIMITERS, type Delimiter } from "./csv-splitter.ts";
import { hasValue } from "./entry.ts";

/** Records at the start of a file by which its delimiter is told. */
const LOOKED_AT = 50;

/** The delimiter that takes the most records at the start of a text apart into the same number of fields, of several the one with the most fields. */
export function detectDelimiter(text: string): Delimiter {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, ...regularity(text, delimiter) }));
  return scored.reduce((best, each) =>
    each.records > best.records || (each.records === best.records && each.width > best.width) ? each : best,
  ).delimiter;
}

/** The most frequent number of fields above one, and how many records have it. */
function regularity(text: string, delimiter: Delimiter): { records: number; width: number } {
  const counts = new Map<number, number>();
  for (let at = 0, looked = 0; at < text.length && looked < LOOKED_AT; looked += 1) {
    const { fields, end } = scanRecord(text, at, delimiter);
    if (fields.length > 1 && hasValue(fields)) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
    at = end;
  }
  const [width, records] = [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [0, 0];
  return { records, width };
}
