/** Words that a setting looks for in a column, and how often each text stands there. */
export interface SoughtWords {
  /** Where the setting stands within its export, such as `["where", "Status"]`: what it is first, the column last. */
  path: readonly string[];
  words: readonly string[];
  /** How often each text occurs, blanks around it left out; of very many texts the first only, and those that are looked for. */
  texts: Map<string, number>;
}

/** Different texts that are kept of one column. */
const KEPT = 1000;

/** Counts the texts of columns in which settings of `sources.yaml` look for words. */
export class WordCounts {
  readonly #sought = new Map<string, SoughtWords>();

  /** What counts a text of the column. */
  counter(path: readonly string[], words: readonly string[]): (text: string | null) => void {
    const key = path.join("\0");
    const { texts } = this.#sought.get(key) ?? { texts: new Map<string, number>() };
    const all = new Set([...(this.#sought.get(key)?.words ?? []), ...words]);
    this.#sought.set(key, { path, words: [...all], texts });
    return (given) => {
      const text = given?.trim() ?? "";
      const count = texts.get(text);
      if (count !== undefined || texts.size < KEPT || all.has(text)) texts.set(text, (count ?? 0) + 1);
    };
  }

  list = (): SoughtWords[] => [...this.#sought.values()];
}
