import type { ColumnKind } from "../../src/core/contract.ts";
import { lastDay, parsePeriod } from "../../src/core/periods.ts";
import type { Staged } from "./read-value.ts";

const DAY = 86_400_000;

/** From the earliest to the latest day that the values of a column tell of, as ISO days. */
export class Span {
  readonly #kind: ColumnKind;
  readonly #fiscalStart: number;
  #first: Staged | null = null;
  #last: Staged | null = null;

  /** Of a column of dates, times or quarters. */
  constructor(kind: ColumnKind, fiscalStart: number) {
    this.#kind = kind;
    this.#fiscalStart = fiscalStart;
  }

  /** Adds the value of a staged row. */
  add(value: Staged | null): void {
    if (value === null) return;
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
    return this.#kind === "quarter" ? lastDay(parsePeriod(String(value), this.#fiscalStart).end) : timeText(this.#kind, value);
  }
}

/** The ISO day of a staged date or time; a quarter as it is. */
export function timeText(kind: ColumnKind, value: Staged): string {
  if (kind === "quarter") return String(value);
  return new Date(kind === "date" ? Number(value) * DAY : Number(value)).toISOString().slice(0, 10);
}
