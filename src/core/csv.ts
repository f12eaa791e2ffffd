/** A cell of a CSV file: a number is written in full, text so that no spreadsheet runs it; null and "" are both empty. */
export type CsvField = string | number | null;

/** From here on a spreadsheet may read a line of its own, wherever the cell began. */
const LINE_BREAK = /(\r\n|[\n\v\f\r\u0085\u2028\u2029])/;

/** What a spreadsheet reads as a formula, full-width signs included, behind blanks and characters that cannot be seen. */
const FORMULA = /^(?:\t|[\s\p{C}]*[=+\-@＝＋－＠])/u;

const NEEDS_QUOTES = /^\s|\s$|["',;\t\n\v\f\r\u0085\u2028\u2029]/;

const harmlessLine = (line: string) => (FORMULA.test(line) ? `'${line}` : line);

/** The text with an apostrophe before each of its lines that a spreadsheet would run. */
function harmless(text: string): string {
  const [first = "", ...rest] = text.split(LINE_BREAK);
  const led = first === "" && rest.length > 0 ? "'" : harmlessLine(first);
  return [led, ...rest.map((part) => (LINE_BREAK.test(part) ? part : harmlessLine(part)))].join("");
}

function written(field: CsvField): string {
  if (typeof field !== "string") return field === null ? "" : String(field);
  const text = harmless(field);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** So that spreadsheets read UTF-8. */
export const CSV_BOM = "\uFEFF";

/**
 * Records as the lines of a CSV file, without `CSV_BOM`, each ended as spreadsheets do. All have the width of the widest: shorter ones are
 * filled up with empty cells.
 */
export function csvLines(records: readonly (readonly CsvField[])[]): string {
  const width = records.reduce((widest, { length }) => Math.max(widest, length), 0);
  const filled = (record: readonly CsvField[]) => Array.from({ length: width }, (_, column) => written(record[column] ?? null));
  return records.map((record) => `${filled(record).join(",")}\r\n`).join("");
}
