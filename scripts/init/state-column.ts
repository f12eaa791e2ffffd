import type { Table } from "../../src/core/contract.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { type Knowledge, meaningOf } from "./knowledge.ts";
import type { SheetProfile } from "./sheet-profile.ts";

/** States that a column of them has at most. */
export const STATES = 12;

/** The column that says how far records have come, whether or not the table keeps it. */
export const stateIn = ({ columns }: SheetProfile, table: Table, knowledge: Knowledge): ColumnProfile | undefined =>
  columns
    .map((column) => ({ column, certainty: meaningOf(column.header, table, "status", knowledge) }))
    .filter(({ certainty }) => certainty > 0)
    .sort((a, b) => b.certainty - a.certainty)[0]?.column;
