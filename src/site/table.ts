/** A table as a page shows it and a reader takes it away. */
export interface TableData {
  caption: string;
  head: readonly Cell[];
  rows: readonly (readonly Cell[])[];
}

/** Text, or a number as it is shown; numbers stand to the right. */
export type Cell = string | { text: string; isNumber: true };

/** A number as it is shown. */
export const numeral = (text: string): Cell => ({ text, isNumber: true });

export const textOf = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);
