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

/** Counts what lookups did not find. */
export class UnfoundCounts {
  readonly #counts = new Map<string, { header: string; file: string; words: Map<string, number> }>();

  add({ unfound = [] }: Entry): void {
    for (const { header, reason, found } of unfound) {
      const key = `${header}\0${reason.file}`;
      const counted = this.#counts.get(key) ?? { header, file: reason.file, words: new Map<string, number>() };
      counted.words.set(found, (counted.words.get(found) ?? 0) + 1);
      this.#counts.set(key, counted);
    }
  }

  list(): CountedUnfound[] {
    return [...this.#counts.values()].map(({ words, ...place }) => ({
      ...place,
      records: [...words.values()].reduce((sum, count) => sum + count, 0),
      words: [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word),
    }));
  }
}

/** Why a header is blank, where that is because a lookup did not find its value. */
export const lostIn = (unfound: readonly Unfound[], header: string): Unfound | undefined =>
  unfound.find(({ blank }) => blank.includes(header));
