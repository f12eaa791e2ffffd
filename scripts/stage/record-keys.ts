import type { Staged } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import type { Outcome } from "../../src/core/outcomes.ts";
import type { Reason } from "../../src/core/reason.ts";
import { orderedColumns } from "../sources/repeats.ts";
import type { Row, StagedRows } from "./staged-rows.ts";

/** A record that has the key of an earlier one, and nothing says which of the two counts. */
export interface Clash {
  /** The row of the earlier one. */
  earlier: number;
  reason: Reason;
}

/** Says which record of a key counts: that of the newest file or, where `sources.yaml` says so, the one with the greatest value of a column. */
export class RecordKeys {
  readonly #rows: StagedRows;
  readonly #places: readonly number[];
  /** Place of the column whose greatest value counts; null when the newest file does. */
  readonly #latestBy: number | null;
  readonly #reason: Reason;
  readonly #known = new Map<Staged, number>();
  /** Columns that say which record of a key counts. */
  readonly columns: readonly string[];

  /** Columns that have an order, and in how many clashes their values differ. */
  readonly #telling: { name: string; place: number; isTime: boolean; count: number }[];

  constructor(table: Table, latestBy: string | undefined, rows: StagedRows) {
    const { key, columns } = table;
    const names = Object.keys(columns);
    this.#rows = rows;
    this.columns = latestBy === undefined ? key : [...key, latestBy];
    this.#places = key.map((name) => names.indexOf(name));
    this.#latestBy = latestBy === undefined ? null : names.indexOf(latestBy);
    this.#reason = { code: "unique-key", latestBy };
    this.#telling = orderedColumns(table).map((name) => {
      const isTime = ["date", "timestamp"].includes(columns[name]?.kind ?? "");
      return { name, place: names.indexOf(name), isTime, count: 0 };
    });
  }

  /** Every key so far; of a key of several columns, a text of all. */
  get values(): { has(value: Staged): boolean } {
    return this.#known;
  }

  /** Whether a row has a key at all. */
  isWhole = (row: Row): boolean => this.#places.length > 0 && this.#places.every((place) => row[place] !== null);

  /** What becomes of the next record of file number `file`. A row that it replaces is taken out. */
  judge(row: Row, file: number): Exclude<Outcome, "rejected"> | Clash {
    const earlier = this.#places.length === 0 ? undefined : this.#known.get(this.#keyOf(row));
    if (earlier === undefined) return "accepted";
    const order = this.#latestBy === null ? file - this.#rows.fileOf(earlier) : this.#compare(row, earlier, this.#latestBy);
    if (order < 0) return "replaced";
    if (order === 0) return this.#isSame(row, earlier) ? "repeated" : this.#clash(row, earlier);
    this.#rows.remove(earlier, this.#latestBy === null ? file : undefined);
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

  /** Below 0 when a row holds less than an earlier one; a missing value is the least. */
  #compare(row: Row, earlier: number, place: number): number {
    const [value, other] = [row[place] ?? null, this.#rows.at(earlier, place)];
    if (value === other) return 0;
    return other === null || (value !== null && value > other) ? 1 : -1;
  }

  #isSame(row: Row, earlier: number): boolean {
    return row.every((value, place) => value === this.#rows.at(earlier, place));
  }
}
