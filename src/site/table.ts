/** A table as a page shows it and a reader takes it away. */
export interface TableData {
  caption: string;
  head: readonly TableCell[];
  rows: readonly (readonly TableCell[])[];
}

/** Text, or a number as it is shown; numbers stand to the right. */
export type TableCell = string | { text: string; isNumber: true };

/** A number as it is shown. */
export const numeral = (text: string): TableCell => ({ text, isNumber: true });

export const textOf = (cell: TableCell): string => (typeof cell === "string" ? cell : cell.text);
