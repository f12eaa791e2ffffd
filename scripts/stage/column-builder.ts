import type { Column } from "@uwdata/flechette";
import type { Staged } from "../../src/core/columns.ts";

/** Gathers the values of a column, row by row, and makes an Arrow column of them. */
export interface ColumnBuilder {
  add: (value: Staged | null) => void;
  /** The value of a row that was added. */
  at: (row: number) => Staged | null;
  finish: () => Column<unknown>;
}
