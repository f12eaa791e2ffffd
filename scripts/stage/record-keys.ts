import type { Staged } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import type { Outcome } from "../../src/core/outcomes.ts";
import type { Reason } from "../../src/core/reason.ts";
import { type Keep, orderedColumns } from "../sources/repeats.ts";
import type { Row, StagedRows } from "./staged-rows.ts";

/** A record that has the key of an earlier one, and nothing says which of the two counts. */
export interface Clash {
  /** The row of the earlier one. */
  earlier: number;
  reason: Reason;
}

/** Says which record of a key counts: that of the newest file or, where `sources.yaml` says so, the first, or the one with the greatest or the least value of a column. */
export class RecordKeys {
  readonly #rows: StagedRows;
  readonly #places: readonly number[];
  readonly #keep: Keep | undefined;
  /** Place of the column that orders records; null where files do. */
  readonly #by: number | null;
  readonly #reason: Reason;
  readonly #known = new Map<Staged, number>();
  /** Columns that say which record of a key counts. */
  readonly columns: readonly string[];

  /** Columns that have an order, and in how many clashes their values differ. */
  readonly #telling: { name: string; place: number; isTime: boolean; count: number }[];

  constructor(table: Table, keep: Keep | undefined, rows: StagedRows) {
    const { key, columns } = table;
    const names = Object.keys(columns);
    const by = keep?.by ?? null;
    this.#rows = rows;
    this.columns = by === null ? key : [...key, by];
    this.#places = key.map((name) => names.indexOf(name));
    this.#keep = keep;
    this.#by = by === null ? null : names.indexOf(by);
    this.#reason = { code: "unique-key", by: by ?? undefined };
    this.#telling = orderedColumns(table).map((name) => {
      const isTime = ["date", "timestamp"].includes(columns[name]?.kind ?? "");
      return { name, place: names.indexOf(name), isTime, count: 0 };
    });
  }

  /** Every key so far; of a key of several columns, a text of all. */
  get values(): { has(value: Staged): boolean } {
    return this.#known;
  }

  /** Whether of two records the older one may count on purpose. */
  get keepsFirst(): boolean {
    return this.#keep?.order === "first";
  }

  /** Whether a row has a key at all. */
  isWhole = (row: Row): boolean => this.#places.length > 0 && this.#places.every((place) => row[place] !== null);

  /** What becomes of the next record of file number `file`. A row that it replaces is taken out. */
  judge(row: Row, file: number): Exclude<Outcome, "rejected"> | Clash {
    const earlier = this.counting(row);
    if (earlier === undefined) return "accepted";
    const order = this.#by === null ? this.#compareFiles(file, earlier) : this.#compare(row, earlier, this.#by);
    if (order === 0 && this.#isSame(row, earlier)) return "repeated";
    if (order < 0 || (this.#by === null && this.keepsFirst)) return "replaced";
    if (order === 0) return this.#clash(row, earlier);
    this.#rows.remove(earlier, this.#by === null ? file : undefined);
    return "accepted";
  }

  #clash(row: Row, earlier: number): Clash {
    for (const told of this.#telling) if (row[told.place] !== this.#rows.at(earlier, told.place)) told.count += 1;
    return { earlier, reason: this.#reason };
  }

  /** The column that has different values in most records that clash, a time rather than a number; null where none has. */
  telling(): string | null {
    const some = this.#telling.filter(({ count }) => count > 0);
    return some.sort((a, b) => Number(b.isTime) - Number(a.isTime) || b.count - a.count)[0]?.name ?? null;
  }

  /** The row that counts so far of the key that a row has in its key columns; undefined when there is none. */
  counting(row: Row): number | undefined {
    return this.#places.length === 0 ? undefined : this.#known.get(this.#keyOf(row));
  }

  /** Remembers the number of a row that was accepted. */
  add(row: Row, number: number): void {
    if (this.#places.length > 0) this.#known.set(this.#keyOf(row), number);
  }

  #keyOf(row: Row): Staged {
    const [first = 0, ...others] = this.#places;
    return others.length === 0 ? (row[first] ?? "") : this.#places.map((place) => row[place]).join("\0");
  }

  /** Above 0 when a record of a file counts instead of an earlier one because of its file, 0 when that is of the same file. */
  #compareFiles(file: number, earlier: number): number {
    const newer = file - this.#rows.fileOf(earlier);
    return this.keepsFirst ? -newer : newer;
  }

  /** Above 0 when a row counts instead of an earlier one because of its value, 0 when both have the same; a missing value never does. */
  #compare(row: Row, earlier: number, place: number): number {
    const [value, other] = [row[place] ?? null, this.#rows.at(earlier, place)];
    if (value === other) return 0;
    if (value === null || other === null) return value === null ? -1 : 1;
    return value > other === this.keepsFirst ? -1 : 1;
  }

  #isSame(row: Row, earlier: number): boolean {
    return row.every((value, place) => value === this.#rows.at(earlier, place));
  }
}
