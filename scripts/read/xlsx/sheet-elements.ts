import { brokenWorkbook } from "./broken.ts";
import { type Cell, EMPTY } from "./cell.ts";
import type { Meaning } from "./number-format.ts";
import { type CellContext, readCell } from "./read-cell.ts";
import { columnName, MOST_COLUMNS, MOST_ROWS, placeOf } from "./reference.ts";
import { RichText } from "./rich-text.ts";
import { type Attributes, type Elements, isTrue } from "./xml.ts";

/** A row of a sheet. */
export interface SheetRow {
  /** Its number in the sheet, from 1. */
  line: number;
  isHidden: boolean;
  /** By column, from A; a cell that is not there is empty. */
  cells: Cell[];
}

interface SheetContext extends CellContext {
  /** Path of the workbook. */
  path: string;
  /** Name of the sheet, for messages. */
  sheet: string;
  /** What formats make of numbers, by the number of a cell's style. */
  formats: readonly Meaning[];
}

/** Makes rows of the elements of a sheet. Rows and cells without a reference follow the ones before. */
export class SheetElements implements Elements {
  readonly #context: SheetContext;
  #rows: SheetRow[] = [];
  /** The row that is being read. */
  #row: SheetRow | null = null;
  /** Number of the last row. */
  #line = 0;
  /** Whether the row that is being read has no reference of its own. */
  #isUnnumbered = false;
  /** The attributes of the cell that is being read. */
  #cell: Attributes | null = null;
  #column = -1;
  #value: string | null = null;
  #isValue = false;
  #isFormula = false;
  readonly #rich = new RichText();

  constructor(context: SheetContext) {
    this.#context = context;
  }

  /** The rows that are complete and were not taken before. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** How many rows wait to be taken. */
  get waiting(): number {
    return this.#rows.length;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "c" && this.#row) this.#startCell(this.#row, attributes);
    else if (name === "row") this.#startRow(attributes);
    else if (!this.#cell) return;
    else if (name === "v") this.#startValue();
    else if (name === "f") this.#isFormula = true;
    else this.#rich.open(name);
  }

  text(piece: string): void {
    if (this.#isValue) this.#value += piece;
    else if (this.#cell) this.#rich.text(piece);
  }

  close(name: string): void {
    if (name === "v") this.#isValue = false;
    else if (name === "c" && this.#row && this.#cell) this.#endCell(this.#row, this.#cell);
    else if (name === "row") this.#endRow();
    else if (name === "is") this.#value = this.#rich.take();
    else this.#rich.close(name);
  }

  #startRow({ r: number, hidden }: Attributes): void {
    const line = number === undefined ? this.#line + 1 : Number(number);
    this.#isUnnumbered = number === undefined;
    this.#row = { line, isHidden: isTrue(hidden), cells: [] };
    this.#column = -1;
  }

  #endRow(): void {
    if (!this.#row) return;
    const { line } = this.#row;
    if (!(Number.isInteger(line) && line >= 1 && line <= MOST_ROWS)) throw this.#broken(`row ${line}`, `a row from 1 to ${MOST_ROWS}`);
    if (line <= this.#line) throw this.#broken(`row ${line} after row ${this.#line}`, "rows in their order, each once");
    this.#line = line;
    this.#rows.push(this.#row);
    this.#row = null;
  }

  #startCell(row: SheetRow, attributes: Attributes): void {
    this.#column = this.#columnOf(row, attributes.r);
    this.#cell = attributes;
    this.#value = null;
    this.#isFormula = false;
    this.#rich.start();
  }

  #columnOf(row: SheetRow, reference: string | undefined): number {
    if (reference === undefined) {
      if (this.#column + 1 < MOST_COLUMNS) return this.#column + 1;
      throw this.#broken(`more than ${MOST_COLUMNS} cells in row ${row.line}`, `cells from A to ${columnName(MOST_COLUMNS - 1)}`);
    }
    const place = placeOf(reference);
    if (!place) throw this.#broken(`cell ${reference}`, `a cell from A1 to ${columnName(MOST_COLUMNS - 1)}${MOST_ROWS}`);
    if (this.#isUnnumbered && row.cells.length === 0) row.line = place.row;
    if (place.row !== row.line) throw this.#broken(`cell ${reference} in row ${row.line}`, "cells in their own rows");
    return place.column;
  }

  #startValue(): void {
    this.#isValue = true;
    this.#value = "";
  }

  #endCell({ line, cells }: SheetRow, { t: type = "n", s: style = "0" }: Attributes): void {
    const column = this.#column;
    const meaning = this.#context.formats[Number(style)] ?? "number";
    const cell = readCell({ type, value: this.#value, isFormula: this.#isFormula, meaning }, this.#context);
    this.#cell = null;
    while (cells.length <= column) cells.push(EMPTY);
    if (cell === EMPTY) return;
    if (cells[column] !== EMPTY) throw this.#broken(`cell ${columnName(column)}${line} twice`, "each cell once");
    cells[column] = cell;
  }

  #broken(found: string, expected: string): Error {
    return brokenWorkbook(this.#context.path, `${found} of sheet ${this.#context.sheet}`, expected);
  }
}
