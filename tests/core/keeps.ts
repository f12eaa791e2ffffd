import type { Staged } from "../../src/core/columns.ts";
import type { Rule } from "../../src/core/rules.ts";

/** Whether a rule holds for a row that is given by the names of its columns; one that is left out is missing. */
export const keeps = (row: Readonly<Record<string, Staged | null>>, { columns, holds }: Rule): boolean =>
  holds(columns.map((name) => row[name] ?? null));
