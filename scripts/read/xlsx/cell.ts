/** What a cell holds. A `date` is a day, a `timestamp` a day with a time, a `duration` hours, minutes and seconds. */
type CellKind = "empty" | "text" | "number" | "date" | "timestamp" | "duration" | "flag";

/** A cell as contracts take it. */
export interface CellValue {
  kind: CellKind;
  /** Null where the cell is empty. */
  text: string | null;
  /** Whether a whole number has lost its digits after the 15th or so, as identifiers do that a spreadsheet took for numbers. */
  isRounded?: true;
}

/** What was expected of a cell that has no value. */
type CellReason =
  /** A value, not an error such as `#N/A`. */
  | "no-error"
  /** A formula whose result is saved with it: open the file and save it once. */
  | "calculated"
  | "number"
  | "flag"
  /** A day from 1900-03-01 to 9999-12-31; spreadsheets disagree about those before. */
  | "calendar-day"
  /** One of the texts that the workbook shares between cells. */
  | "shared-text"
  /** A type of cell that the standard knows. */
  | "cell-type";

/** Why a cell has no text. */
export interface CellFault {
  kind: "fault";
  found: string;
  reason: { code: CellReason };
}

export type Cell = CellValue | CellFault;

export const EMPTY: Cell = Object.freeze({ kind: "empty", text: null });

export const cellFault = (found: string, code: CellReason): CellFault => ({ kind: "fault", found, reason: { code } });
