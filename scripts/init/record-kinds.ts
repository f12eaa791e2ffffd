import type { Knowledge } from "./knowledge.ts";
import { plainHeader } from "./plain-header.ts";
import { type Recognised, recognise } from "./recognise.ts";
import { type OnlyRows, profileRows, type SheetProfile } from "./sheet-profile.ts";

/** Kinds of records that a column distinguishes at most. */
const KINDS = 15;

/** A table, and the rows that are its records. */
interface Named {
  table: string;
  only: OnlyRows;
}

/**
 * What a sheet may be where a column says of each row what kind of record it is: a table for each kind that is known, with its rows alone
 * looked at. Empty where no column does, or where it distinguishes nothing but a table's own types.
 */
export async function recogniseKinds(sheet: SheetProfile, best: Recognised | undefined, knowledge: Knowledge): Promise<Recognised[]> {
  for (const column of sheet.columns.filter(({ values }) => values.size > 1 && values.size <= KINDS)) {
    const named = namedBy(column.header, [...column.values.keys()], knowledge);
    const isOwnType = [...(best?.columns.values() ?? [])].some(({ header }) => header === column.header);
    if (named.length === 0 || (named.length === 1 && (named[0]?.table !== best?.table.id || isOwnType))) continue;
    const all = await Promise.all(named.map((each) => recogniseOnly(sheet, each, knowledge)));
    const found = all.filter((each) => each !== undefined);
    const isOnlyBest = found.length === 1 && found[0]?.table.id === best?.table.id;
    if (found.length > 0 && !(isOwnType && isOnlyBest)) return found;
  }
  return [];
}

function namedBy(header: string, values: readonly string[], { words }: Knowledge): Named[] {
  return Object.entries(words.records).flatMap(([table, known]): Named[] => {
    const plain = known.map(plainHeader);
    const own = values.filter((value) => plain.includes(plainHeader(value)));
    return own.length > 0 && own.length < values.length ? [{ table, only: { header, words: own } }] : [];
  });
}

async function recogniseOnly(sheet: SheetProfile, { table, only }: Named, knowledge: Knowledge): Promise<Recognised | undefined> {
  return recognise(await profileRows(sheet, only), knowledge).find((each) => each.table.id === table);
}
