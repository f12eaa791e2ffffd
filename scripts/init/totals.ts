import type { Entry } from "../read/entry.ts";

/** Words of rows that sum up others. */
const WORDS = /^(?:本?页?(?:合计|小计|总计|累计)|共计|(?:grand |sub ?|sub-)?totals?|sum)[:：]?$/i;

/** Such a word behind what is summed up: 1月小计, East total. */
const LABELLED = /(?:合计|小计|总计|累计|\b(?:sub ?|sub-)?totals?)[:：]?$/i;

/** Of 1, how many cells of a row that sums up a part of the others are filled at most. */
const FILLED = 0.5;

/** Cells at the start of a row among which such a word stands. */
const LOOKED_AT = 3;

/** Where a row says that it is a total of others, and by which word; null where it is a record. */
export function totalIn(fields: Entry["fields"]): { place: number; word: string } | null {
  const isSparse = fields.filter((field) => field?.trim()).length <= fields.length * FILLED;
  let seen = 0;
  for (const [place, field] of fields.entries()) {
    const word = field?.replace(/\s+/g, " ").trim() ?? "";
    if (word === "") continue;
    if (WORDS.test(word) || (seen === 0 && isSparse && LABELLED.test(word))) return { place, word: field?.trim() ?? "" };
    seen += 1;
    if (seen === LOOKED_AT) return null;
  }
  return null;
}
