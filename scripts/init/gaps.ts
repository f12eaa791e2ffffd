import type { Entry } from "../read/entry.ts";

/** Rows that are looked at. */
const LOOKED_AT = 2000;

/** Finds columns that are blank in the same rows, though never in the first, as where only the first line of an order has its head. */
export class Gaps {
  /** Of each column, a text of the rows in which it is blank. */
  readonly #blanks: string[];
  #row = 0;

  constructor(width: number) {
    this.#blanks = Array.from({ length: width }, () => "");
  }

  add(fields: Entry["fields"]): void {
    if (this.#row < LOOKED_AT) for (const place of this.#blanks.keys()) if (!fields[place]?.trim()) this.#blanks[place] += `${this.#row} `;
    this.#row += 1;
  }

  /** The first columns, at least two, that share their blanks. */
  get places(): number[] {
    const [first] = this.#blanks;
    if (!first || first.startsWith("0 ")) return [];
    const places = [...this.#blanks.keys()].filter((place) => this.#blanks[place] === first);
    return places.length > 1 ? places : [];
  }
}
