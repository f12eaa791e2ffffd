import { parse } from "csv-parse/sync";
import papaparse from "papaparse";
import { expect } from "vitest";

/** The records of a CSV text as two independent parsers read them, strictly: all of one width, and the same to both. Without them it throws. */
export function csvRecords(text: string): string[][] {
  const records: string[][] = parse(text, { bom: true });
  const { data, errors } = papaparse.parse<string[]>(text.replace(/^\uFEFF/, ""), { delimiter: ",", skipEmptyLines: true });
  expect({ errors, data }).toEqual({ errors: [], data: records });
  return records;
}

/** Lines of cells that a spreadsheet would run: those that begin a formula, or a number that is none. */
export const formulasIn = (records: readonly (readonly string[])[]): string[] =>
  records
    .flat()
    .filter((cell) => !Number.isFinite(Number(cell)))
    .flatMap((cell) => [cell, ...cell.split(/[\r\n\v\f\u0085\u2028\u2029]+/)])
    .filter((line) => /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u.test(line));
