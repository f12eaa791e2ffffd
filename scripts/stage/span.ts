import type { ColumnKind, Table } from "../../src/core/contract.ts";
import { lastDay, parsePeriod } from "../../src/core/periods.ts";
import type { Staged } from "./read-value.ts";

const DAY = 86_400_000;

/** From the earliest to the latest day that records tell of, as ISO days. */
export class Span {
  /** Place of the column in the contract; -1 when no column tells of time. */
  readonly #place: number;
  readonly #kind: ColumnKind | undefined;
  readonly #fiscalStart: number;
  #first: Staged | null = null;
  #last: Staged | null = null;

  /** Follows the column of a table that says when; without one there is no span. */
  constructor(table: Table, fiscalStart: number) {
    this.#place = Object.keys(table.columns).indexOf(table.time ?? "");
    this.#kind = table.columns[table.time ?? ""]?.kind;
    this.#fiscalStart = fiscalStart;
  }

  /** Adds a staged row, in the order of the contract. */
  add(row: readonly (Staged | null)[]): void {
    const value = row[this.#place];
    if (value === undefined || value === null) return;
    if (this.#first === null || value < this.#first) this.#first = value;
    if (this.#last === null || value > this.#last) this.#last = value;
  }

  get from(): string | null {
    return this.#dayOf(this.#first);
  }

  get to(): string | null {
    return this.#dayOf(this.#last);
  }

  #dayOf(value: Staged | null): string | null {
    if (value === null) return null;
    if (this.#kind === "quarter") return lastDay(parsePeriod(String(value), this.#fiscalStart).end);
    const milliseconds = this.#kind === "date" ? Number(value) * DAY : Number(value);
    return new Date(milliseconds).toISOString().slice(0, 10);
  }
}
