/** Where a cell is: its row from 1, its column from 0. */
export interface Place {
  row: number;
  column: number;
}

/** A rectangle of cells; rows from 1, columns from 0, the last ones included. */
export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

const A1 = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;
const A = "A".charCodeAt(0);

/** Reads `AB12`; null when it is no cell of a sheet. */
export function placeOf(reference: string): Place | null {
  const [, letters = "", digits = ""] = A1.exec(reference) ?? [];
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - A + 1;
  const row = Number(digits);
  return column >= 1 && column <= MOST_COLUMNS && row >= 1 && row <= MOST_ROWS ? { row, column: column - 1 } : null;
}

/** Reads `A5:C8`, or a single cell; null when it is no range of a sheet. */
export function rangeOf(reference: string): Range | null {
  const [first, last = first, ...more] = reference.split(":").map(placeOf);
  if (!first || !last || more.length > 0) return null;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

/** `AB` for 27. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(A + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
