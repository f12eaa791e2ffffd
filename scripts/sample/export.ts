import { unknownName } from "../../src/core/errors.ts";
import { type BrokenRecord, brokenAfter } from "./broken-records.ts";
import type { Sample } from "./make-sample.ts";
import type { CsvForm, CsvRecord } from "./write-csv.ts";

/** How a system exports a table as CSV. */
export interface CsvExport<R> {
  table: string;
  /** File name without its folder. */
  file: string;
  form: CsvForm;
  rows: (sample: Sample) => readonly R[];
  /** The part of the file name that replaces `*`, for exports split over several files. */
  part?: (row: R) => string;
  /** The export's own headers, in order, and what it writes under them. */
  columns: Readonly<Record<string, (row: R) => string>>;
}

export interface CsvFile {
  table: string;
  file: string;
  form: CsvForm;
  /** The header first. */
  records: Iterable<CsvRecord>;
}

/** The files of an export, with the broken records of its table in the first of them. */
export const csvExport = <R>(given: CsvExport<R>): ((sample: Sample) => CsvFile[]) => {
  const { table, file, form, rows, part } = given;
  return (sample) => {
    const parts = part ? [...Map.groupBy(rows(sample), part)] : ([["", rows(sample)]] as const);
    return parts.map(([name, group], index) => ({
      table,
      file: file.replace("*", name),
      form,
      records: recordsOf(group, given, index === 0),
    }));
  };
};

function* recordsOf<R>(rows: readonly R[], { table, columns }: CsvExport<R>, hasBroken: boolean): Generator<CsvRecord> {
  const headers = Object.keys(columns);
  yield { fields: headers };
  for (const [index, row] of rows.entries()) {
    const fields = Object.values(columns).map((write) => write(row));
    yield { fields };
    if (hasBroken) for (const broken of brokenAfter(table, index, rows.length)) yield spoiled(headers, fields, broken);
  }
}

function spoiled(
  headers: readonly string[],
  fields: readonly string[],
  { spoil = {}, extra = [], isCut = false, isUnquoted = false }: BrokenRecord,
): CsvRecord {
  const unknown = Object.keys(spoil).find((name) => !headers.includes(name));
  if (unknown) throw unknownName("column in a broken record", unknown, headers, "the export has");
  const changed = headers.map((header, index) => spoil[header] ?? (fields[index] as string));
  return { fields: [...(isCut ? changed.slice(0, -2) : changed), ...extra], isUnquoted };
}
