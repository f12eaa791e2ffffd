import { type ColumnProfile, someOf } from "./column-profile.ts";
import { isValue } from "./header-guess.ts";
import { plainHeader } from "./plain-header.ts";
import type { SheetProfile } from "./sheet-profile.ts";
import type { Words } from "./words.ts";

/** Of 1, how many of the other values of a column are numbers, days or times where a word among them says that there is none. */
const MOSTLY = 0.9;

/** A sheet whose cells that say that nothing is there are as blank as others; which they are, its columns say. */
export const withBlanks = <S extends Pick<SheetProfile, "columns">>(sheet: S, { blank }: Pick<Words, "blank">): S => ({
  ...sheet,
  columns: sheet.columns.map((column) => withoutBlanks(column, blank)),
});

function withoutBlanks(column: ColumnProfile, { always, among_values }: Words["blank"]): ColumnProfile {
  const isOne = (words: readonly string[]) => {
    const plain = words.map(plainHeader);
    return ([value]: [string, number]) => plain.includes(plainHeader(value));
  };
  const [sure, maybe] = [isOne(always), isOne(among_values)];
  const rest = new Map([...column.values].filter((each) => !sure(each)));
  const others = new Map([...rest].filter((each) => !maybe(each)));
  const areValues = others.size < rest.size && others.size > 0 && shareOfValues(others) >= MOSTLY;
  const values = areValues ? others : rest;
  if (values.size === column.values.size) return column;
  const blanks = new Map([...column.values].filter(([value]) => !values.has(value)));
  const filled = column.filled - [...blanks.values()].reduce((sum, count) => sum + count, 0);
  return { ...column, blanks, values, filled, distinctness: Math.min(1, (column.distinctness * column.filled) / Math.max(filled, 1)) };
}

function shareOfValues(values: ColumnProfile["values"]): number {
  const texts = someOf({ values }, 500);
  return texts.filter(isValue).length / texts.length;
}
