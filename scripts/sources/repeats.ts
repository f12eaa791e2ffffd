import { z } from "zod";
import type { ColumnKind } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";

const LATEST_BY = /^latest by (\S+)$/;

/** What counts when several files, or several records of one file, are about the same. */
export const repeatSettings = {
  /** Files, or globs, that are newer than all others, the newest first; without it the last by name is the newest. */
  newest: z
    .union([z.string(), z.array(z.string()).min(1)])
    .transform((files) => [files].flat())
    .optional(),
  /** Of a table without a key: whether all records of a day that two files have count, or those of the newest file. */
  overlap: z.enum(["sum", "newest_file"]).optional(),
  /** Of a table with a key: `latest by COLUMN` keeps the record with the greatest value of the column, in whichever file it is; here the column. */
  keep: z
    .string()
    .regex(LATEST_BY, 'expected "latest by" and a column')
    .transform((text) => text.replace(LATEST_BY, "$1"))
    .optional(),
};

/** What may be said of files of a table without a key that overlap. */
export type Overlap = NonNullable<z.output<typeof repeatSettings.overlap>>;

const ORDERED: ReadonlySet<ColumnKind> = new Set(["date", "timestamp", "integer", "number", "amount"]);

/** The columns of a table by whose greatest value a record may be kept. */
export const orderedColumns = ({ columns }: Table): string[] =>
  Object.keys(columns).filter((name) => ORDERED.has(columns[name]?.kind as ColumnKind));
