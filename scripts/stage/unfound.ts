import type { Entry, Unfound } from "../read/entry.ts";

/** What a lookup did not find in the records of a file. */
export interface CountedUnfound {
  /** Header of the export in which the words stand that were looked for. */
  header: string;
  /** The file that does not have them. */
  file: string;
  /** Records that have one of them. */
  records: number;
  /** Each of the words, the most frequent first. */
  words: string[];
}

/** Counts what lookups did not find, each word of a record once: one that was made of many rows carries what is not found of each. */
export class UnfoundCounts {
  readonly #counts = new Map<string, Omit<CountedUnfound, "words"> & { words: Map<string, number> }>();

  add({ unfound = [] }: Entry): void {
    for (const [place, own] of Map.groupBy(unfound, ({ header, reason }) => `${header}\0${reason.file}`)) {
      const [{ header, reason }] = own as [Unfound];
      const counted = this.#counts.get(place) ?? { header, file: reason.file, records: 0, words: new Map<string, number>() };
      this.#counts.set(place, counted);
      counted.records += 1;
      for (const word of new Set(own.map(({ found }) => found))) counted.words.set(word, (counted.words.get(word) ?? 0) + 1);
    }
  }

  list(): CountedUnfound[] {
    return [...this.#counts.values()].map(({ words, ...counted }) => ({
      ...counted,
      words: [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word),
    }));
  }
}

/** Why a header is blank, where that is because a lookup did not find its value. */
export const lostIn = (unfound: readonly Unfound[], header: string): Unfound | undefined =>
  unfound.find(({ blank }) => blank.includes(header));
