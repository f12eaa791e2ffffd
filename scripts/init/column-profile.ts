/** Different values of a column that are kept. */
export const KEPT = 50_000;

/** What a column of a file holds. */
export interface ColumnProfile {
  header: string;
  /** Rows that were looked at. */
  rows: number;
  /** Rows in which it is not blank. */
  filled: number;
  /** Its values without blanks around them, with how often they occur, in the order in which they first do. */
  values: ReadonlyMap<string, number>;
  /** What stands in it where nothing is there, such as `?`, with how often; not among its values. */
  blanks: ReadonlyMap<string, number>;
  /** Of 1, how many of its values are different ones. */
  distinctness: number;
}

/** Gathers what a column holds, row by row. */
export class ColumnProfiler {
  readonly #values = new Map<string, number>();
  readonly #header: string;
  #rows = 0;
  #filled = 0;
  /** Of the values that were counted while every new one was still kept. */
  #counted = 0;

  constructor(header: string) {
    this.#header = header;
  }

  add(field: string | null): void {
    this.#rows += 1;
    const value = field?.trim() ?? "";
    if (value === "") return;
    this.#filled += 1;
    const before = this.#values.get(value);
    if (before === undefined && this.#values.size === KEPT) return;
    this.#values.set(value, (before ?? 0) + 1);
    if (this.#values.size < KEPT) this.#counted += 1;
  }

  get profile(): ColumnProfile {
    const values = this.#values;
    const counted = values.size < KEPT ? this.#filled : this.#counted + 1;
    const distinctness = counted > 0 ? values.size / counted : 0;
    return { header: this.#header, rows: this.#rows, filled: this.#filled, values, blanks: new Map(), distinctness };
  }
}

/** Of a column that a step makes, which is filled throughout. */
export function profileOf(header: string, values: ReadonlyMap<string, number>, blanks: ColumnProfile["blanks"] = new Map()): ColumnProfile {
  const filled = [...values.values()].reduce((sum, count) => sum + count, 0);
  return { header, rows: filled, filled, values, blanks, distinctness: values.size / filled };
}

/** How often each value stands in several columns. */
export function summed(counts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const each of counts) for (const [value, count] of each) sums.set(value, (sums.get(value) ?? 0) + count);
  return sums;
}

/** Some of the values of a column, from its beginning to its end. */
export function someOf({ values }: Pick<ColumnProfile, "values">, most = 2000): string[] {
  const all = [...values.keys()];
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, at) => all[Math.floor(at * step)] as string);
}
