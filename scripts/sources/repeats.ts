import { z } from "zod";
import type { ColumnKind } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { plainName } from "../read/header-row.ts";

const KEEP = /^(?:(?<order>latest|first) by (?<by>.*\S.*)|first)$/;

/** Which record of a key counts. */
export interface Keep {
  /** Whether it is the one with the greatest value of `by`, or that with the least; one without a value never is if another has one. */
  order: "latest" | "first";
  /** A column of the contract or, where that has none of this name, a header of the files; null for the first that is read. */
  by: string | null;
}

function keepOf(text: string): Keep {
  const { order = "first", by } = KEEP.exec(text)?.groups ?? {};
  return { order: order as Keep["order"], by: by === undefined ? null : plainName(by) };
}

/** What counts when several files, or several records of one file, are about the same. */
export const repeatSettings = {
  /** Files, or globs, that are newer than all others, the newest first; without it the last by name is the newest. */
  newest: z
    .union([z.string(), z.array(z.string()).min(1)])
    .transform((files) => [files].flat())
    .optional(),
  /** Of a table without a key: whether all records of a day that two files have count, or those of the newest file. */
  overlap: z.enum(["sum", "newest_file"]).optional(),
  /** Of a table with a key: which record counts, in whichever file it is; without it that of the newest file. */
  keep: z.string().regex(KEEP, 'expected "first", or "latest by" or "first by" and a column or a header').transform(keepOf).optional(),
};

/** Which of repeated records of a table counts: what one of its sources says holds for all. */
export const repeatsOf = (sources: readonly { keep?: Keep | undefined; overlap?: Overlap | undefined }[]) => ({
  keep: sources.find(({ keep }) => keep)?.keep,
  overlap: sources.find(({ overlap }) => overlap)?.overlap,
});

/** What may be said of files of a table without a key that overlap. */
export type Overlap = NonNullable<z.output<typeof repeatSettings.overlap>>;

const ORDERED: ReadonlySet<ColumnKind> = new Set(["date", "timestamp", "integer", "number", "amount"]);

/** The columns of a contract by which records can be ordered. */
export const orderedColumns = ({ columns }: Pick<Table, "columns">): string[] =>
  Object.keys(columns).filter((name) => ORDERED.has(columns[name]?.kind as ColumnKind));

/** The header by which `keep` orders the records of a table; null where it names none, or a column of the contract. */
export const orderHeader = ({ columns }: Pick<Table, "columns">, keep: Keep | undefined): string | null =>
  keep?.by && !Object.hasOwn(columns, keep.by) ? keep.by : null;
