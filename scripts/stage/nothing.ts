import type { Column, ColumnKind } from "../../src/core/columns.ts";
import type { Referenced } from "./references.ts";

/** Signs and words that people and systems write for nothing, whatever `missing` says. */
const SIGNS: ReadonlySet<string> = new Set([
  ...["-", "--", "—", "——", "–", "－", "/", "\\", "N/A", "n/a", "NA", "NULL", "Null", "null", "(null)", "None"],
  ...["无", "暂无", "未填", "空"],
]);

/** Kinds of which none of them is a value; in an identifier or a text each may be meant. */
const KINDS: ReadonlySet<ColumnKind> = new Set<ColumnKind>([
  ...(["date", "timestamp", "quarter", "period", "integer", "number", "amount", "choice", "reference"] as const),
]);

/** Whether a text means that a column has no value: `missing` does in every column, a sign for nothing where one is optional and calls no member so. */
export function nothingIn(
  { required, kind, values = {} }: Column,
  missing: readonly string[],
  referenced: Referenced | null,
): (text: string) => boolean {
  const words = new Set(["", ...missing.map((word) => word.trim())]);
  if (required || !KINDS.has(kind)) return (text) => words.has(text);
  const names = new Set([...Object.entries(values).flatMap(([id, { zh, en }]) => [id, zh, en]), ...(referenced?.names.keys() ?? [])]);
  return (text) => words.has(text) || (SIGNS.has(text) && !names.has(text) && !referenced?.values.has(text));
}
