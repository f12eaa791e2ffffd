import type { ColumnProfile } from "./column-profile.ts";
import { certaintyOf, variantsOf } from "./header-meaning.ts";
import type { Knowledge } from "./knowledge.ts";
import { plainHeader } from "./plain-header.ts";
import type { SheetProfile } from "./sheet-profile.ts";
import type { System } from "./systems.ts";
import type { Words } from "./words.ts";

/** Certainty of a header that holds a word only within it. */
const WEAK = 0.5;

/** The column whose header has one of several meanings, the surest; undefined where none has. */
export function calledIn(
  { columns }: Pick<SheetProfile, "columns">,
  words: readonly string[],
  systems: readonly System[],
): ColumnProfile | undefined {
  const scored = columns.map((column) => ({ column, certainty: certaintyOf(variantsOf(column.header, systems), words) }));
  const [best] = scored.filter(({ certainty }) => certainty > WEAK).sort((a, b) => b.certainty - a.certainty);
  return best?.column;
}

/** Columns of a log that say what the state is after an event, or what happened. */
export const tellingIn = (sheet: SheetProfile, { words, systems }: Pick<Knowledge, "words" | "systems">): ColumnProfile[] =>
  [words.log.state, words.log.event].flatMap((list) => calledIn(sheet, list, systems) ?? []);

/** By which words of which column a log says that a moment has come; null where it does not. */
export function eventOf(
  { words }: Words["moments"][string][string],
  telling: readonly Pick<ColumnProfile, "header" | "values">[],
): { header: string; words: string[] } | null {
  for (const group of words) {
    const plain = group.map(plainHeader);
    for (const { header, values } of telling) {
      const said = [...values.keys()].filter((value) => plain.includes(plainHeader(value)));
      if (said.length > 0) return { header, words: said };
    }
  }
  return null;
}
