import { sheetOf } from "../read/layout.ts";
import { starred } from "../read/starred.ts";
import { commonStart } from "./file-patterns.ts";
import type { SheetProfile } from "./sheet-profile.ts";

type Sheets = readonly Pick<SheetProfile, "file" | "layout" | "book">[];

/**
 * What `sources.yaml` says of sheets that have one form, so that it takes them and no others of their workbooks: one name, one with `*` that
 * fits what is exported next as well, or all names. Nothing where it need not say anything; null where no such thing can be said.
 */
export function sheetsSaid(sheets: Sheets): string | string[] | undefined | null {
  const names = [...new Set(sheets.flatMap(({ layout }) => sheetOf(layout) ?? []))];
  if (sheets.every(({ book }) => book.length <= 1)) return undefined;
  const takesRight = (isTaken: (name: string) => boolean) =>
    [...Map.groupBy(sheets, ({ file }) => file.path).values()].every((own) => {
      const wanted = own.map(({ layout }) => sheetOf(layout));
      return own.flatMap(({ book }) => book).every((name) => isTaken(name) === wanted.includes(name));
    });
  const [first = "", ...others] = names;
  const isInEach = (name: string) => sheets.every(({ book }) => book.includes(name));
  if (others.length === 0) return isInEach(first) ? first : null;
  const pattern = [commonPattern(names), "*"].find((each) => each !== null && takesRight((name) => starred(each).test(name)));
  if (pattern) return pattern;
  return names.every(isInEach) ? names : null;
}

/** `*月` for 1月 and 2月, `销售*` for 销售一部 and 销售二部; null where names have nothing in common that a person would see. */
function commonPattern(names: readonly string[]): string | null {
  const start = commonStart(names).replace(/\d+$/, "");
  const end = reversed(commonStart(names.map(reversed))).replace(/^\d+/, "");
  const isCounted = names.every((name) => /\d/.test(name.slice(start.length, name.length - end.length)));
  const isSeen = (part: string) => /\p{Script=Han}/u.test(part) || (isCounted && /\p{L}/u.test(part));
  if (isSeen(start)) return `${start}*`;
  return isSeen(end) ? `*${end}` : null;
}

const reversed = (text: string) => [...text].reverse().join("");
