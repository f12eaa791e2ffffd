import { type Table as ArrowTable, tableFromColumns } from "@uwdata/flechette";
import type { ColumnKind, Staged } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { GrowingNumbers } from "../read/growing.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import { startColumn } from "./start-column.ts";

/** The values of a row, in the order of the contract. */
export type Row = readonly (Staged | null)[];

interface GatheredColumn {
  name: string;
  kind: ColumnKind;
  values: ColumnBuilder;
}

interface StagedFile {
  name: string;
  start: number;
  /** How many rows of each older file, by its place, rows of this one took out. */
  tookOut: Map<number, number>;
}

/** The rows of a table over all its files, in the order in which they are read; a row may be taken out again. */
export class StagedRows {
  readonly #columns: readonly GatheredColumn[];
  readonly #lines = new GrowingNumbers();
  readonly #files: StagedFile[] = [];
  readonly #removed = new Set<number>();
  /** Rows that do not count, but stand for their keys. */
  readonly #aside = new Set<number>();

  constructor({ columns }: Table) {
    this.#columns = Object.entries(columns).map(([name, { kind }]) => ({ name, kind, values: startColumn(kind) }));
  }

  /** Rows that are added from now on are of the next file. */
  startFile(name: string): void {
    this.#files.push({ name, start: this.#lines.length, tookOut: new Map() });
  }

  /** Adds a row and gives its number, from 0. */
  add(row: Row, line: number): number {
    for (let place = 0; place < this.#columns.length; place += 1) this.#values(place).add(row[place] ?? null);
    this.#lines.push(line);
    return this.#lines.length - 1;
  }

  /** Adds a row that does not count, but stands for its key until a newer one does. */
  addAside(row: Row, line: number): number {
    const number = this.add(row, line);
    this.#aside.add(number);
    return number;
  }

  /** How many rows of a file were set aside, and how many of them a newer one replaced. */
  asideOf(file: number): { all: number; replaced: number } {
    const own = [...this.#aside].filter((row) => this.fileOf(row) === file);
    return { all: own.length, replaced: own.filter((row) => this.#removed.has(row)).length };
  }

  /** What a row holds in the column at a place of the contract. */
  at(row: number, place: number): Staged | null {
    return this.#values(place).at(row);
  }

  /** What a row holds. */
  valuesOf(row: number): Row {
    return this.#columns.map(({ values }) => values.at(row));
  }

  /** Where the record of a row stands. */
  originOf(row: number): { file: string; line: number } {
    return { file: this.#file(this.fileOf(row)).name, line: this.#lines.at(row) };
  }

  /** The file of a row, by its place in the order in which files were started. */
  fileOf(row: number): number {
    return this.#files.findLastIndex(({ start }) => start <= row);
  }

  /** Takes a row out, once; `newer` is the file whose rows count instead because it is the newer one. */
  remove(row: number, newer?: number): void {
    this.#removed.add(row);
    if (newer === undefined) return;
    const [{ tookOut }, older] = [this.#file(newer), this.fileOf(row)];
    tookOut.set(older, (tookOut.get(older) ?? 0) + 1);
  }

  /** The older files that a file took rows out of, by their places, and how many. */
  tookOut(file: number): ReadonlyMap<number, number> {
    return this.#file(file).tookOut;
  }

  /** The numbers of the rows of a file that are left. */
  *of(file: number): Generator<number, void, undefined> {
    for (const row of this.everOf(file)) if (this.isLeft(row)) yield row;
  }

  /** The numbers of all rows that were added of a file, those set aside left out. */
  *everOf(file: number): Generator<number, void, undefined> {
    const end = this.#files[file + 1]?.start ?? this.#lines.length;
    for (let row = this.#file(file).start; row < end; row += 1) if (!this.#aside.has(row)) yield row;
  }

  isLeft = (row: number): boolean => !this.#removed.has(row) && !this.#aside.has(row);

  /** The rows that are left. */
  finish(): ArrowTable {
    return tableFromColumns(this.#columns.map((column) => [column.name, this.#left(column).finish()]));
  }

  /** The line of each row that is left. */
  lines(): Int32Array<ArrayBuffer> {
    return Int32Array.from(this.#lines.values.filter((_, row) => this.isLeft(row)));
  }

  #left({ kind, values }: GatheredColumn): ColumnBuilder {
    if (this.#removed.size + this.#aside.size === 0) return values;
    const left = startColumn(kind);
    for (let row = 0; row < this.#lines.length; row += 1) if (this.isLeft(row)) left.add(values.at(row));
    return left;
  }

  #values = (place: number): ColumnBuilder => (this.#columns[place] as GatheredColumn).values;

  #file = (place: number) => this.#files[place] as StagedFile;
}
