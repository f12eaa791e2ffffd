import type { Column } from "../../src/core/columns.ts";
import { isoDay } from "../../src/core/days.ts";
import type { StagedTable } from "../stage/stage-all.ts";

/** A row of a hand-kept table that is not what it was; null where there was, or is, none. */
export interface ChangedRow {
  frozen: string | null;
  now: string | null;
}

function textOf({ kind, default: nothing }: Column, value: unknown): string {
  if (value === null || value === undefined || value === nothing) return "";
  return kind === "date" || kind === "timestamp" ? isoDay(Number(value)) : String(value);
}

interface RowText {
  key: string;
  /** Of every column, so that a change of one that is never published is found. */
  whole: string;
  /** What may be published. */
  shown: string;
}

function rowsOf(staged: StagedTable | undefined): RowText[] {
  if (!staged) return [];
  const { table, data, rows } = staged;
  const columns = Object.entries(table.columns);
  const texts = (row: number, isTaken: (name: string, column: Column) => boolean) =>
    columns.filter(([name, column]) => isTaken(name, column)).map(([name, column]) => textOf(column, data.getChild(name)?.at(row)));
  return Array.from({ length: rows }, (_, row) => {
    const whole = texts(row, () => true).join("\0");
    return {
      key: table.key.length > 0 ? texts(row, (name) => table.key.includes(name)).join("\0") : whole,
      whole,
      shown: texts(row, (_name, { publish }) => publish !== "never")
        .filter(Boolean)
        .join(", "),
    };
  });
}

/** Rows of a table that were changed, went or came, those of one key together. */
export function changedRows(frozen: StagedTable | undefined, now: StagedTable | undefined): ChangedRow[] {
  const [before, after] = [rowsOf(frozen), rowsOf(now)].map((rows) => new Map(rows.map((row) => [row.key, row])));
  const keys = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
  return keys
    .map((key) => ({ frozen: before?.get(key), now: after?.get(key) }))
    .filter((row) => row.frozen?.whole !== row.now?.whole)
    .map((row) => ({ frozen: row.frozen?.shown ?? null, now: row.now?.shown ?? null }));
}
