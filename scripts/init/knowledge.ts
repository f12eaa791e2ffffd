import type { Table } from "../../src/core/contract.ts";
import { loadTables } from "../tools/registry.ts";
import { certaintyOf, hasWord, variantsOf } from "./header-meaning.ts";
import { plainHeader } from "./plain-header.ts";
import { loadSynonyms, type Synonyms } from "./synonyms.ts";
import { loadSystems, type System } from "./systems.ts";
import { loadWords, type Words } from "./words.ts";

/** Certainty of a header that holds a word for a column only within it. */
const WITHIN = 0.5;

/** All that is known before a file is looked at. */
export interface Knowledge {
  tables: readonly Table[];
  systems: readonly System[];
  synonyms: Synonyms;
  words: Words;
}

/** Reads what is known of tables, systems, headers and words. */
export const loadKnowledge = async (): Promise<Knowledge> => ({
  tables: await loadTables(),
  systems: loadSystems(),
  synonyms: loadSynonyms(),
  words: loadWords(),
});

/** The words for a column: its own name and labels, and what headers call it. */
function wordsFor({ id, columns }: Table, column: string, { tables }: Synonyms): string[] {
  const { label } = columns[column] ?? {};
  return [column, ...(label ? [label.zh, label.en] : []), ...(tables[id]?.[column] ?? [])];
}

/** Of 1, how sure it is that a header means a column of a table, whatever system wrote it. */
export function meaningOf(header: string, table: Table, column: string, { synonyms, systems }: Knowledge): number {
  const words = wordsFor(table, column, synonyms);
  const certainty = certaintyOf(variantsOf(header, systems), words);
  return certainty <= WITHIN && (isAside(header, synonyms) || isOnlyPlanned(header, words, synonyms)) ? 0 : certainty;
}

/** Whether a header says that something is planned, as no word for a column does: 期望上线日期 is not when it was 上线. */
const isOnlyPlanned = (header: string, words: readonly string[], { planned }: Synonyms): boolean =>
  hasWord(header, planned) && !words.some((word) => hasWord(word, planned));

/** Whether a header that means no column says that it holds people, or free text that may name them. */
export const isAside = (header: string, synonyms: Synonyms): boolean => hasPeople(header, synonyms) || hasWord(header, synonyms.free_text);

/** Whether a header says that it holds people, who are never published, rather than a group of them. */
export const hasPeople = (header: string, { people, groups }: Pick<Synonyms, "people" | "groups">): boolean =>
  hasWord(header, people) && !groups.some((word) => plainHeader(header).endsWith(plainHeader(word)));

/** Of 1, how much a header says of which table it belongs to: less the more tables have a column that is called so. */
export function specificityOf(header: string, { synonyms, systems }: Knowledge): number {
  const variants = variantsOf(header, systems).map(({ plain }) => plain);
  const having = Object.values(synonyms.tables).filter((columns) =>
    Object.values(columns).some((words) => words.some((word) => variants.includes(plainHeader(word)))),
  );
  return 1 / Math.sqrt(Math.max(1, having.length));
}
