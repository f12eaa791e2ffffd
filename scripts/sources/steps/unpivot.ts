import { z } from "zod";
import type { Issue } from "../../../src/core/errors.ts";
import { plainName } from "../../read/header-row.ts";
import { starred } from "../../read/starred.ts";
import { dateOf, daysAt, MONTH_SAID, monthFaults, monthOfSheet } from "../month-of-days.ts";
import { changed, defineStep, type Place } from "../step.ts";

const setting = z
  .strictObject({
    /** Headers that each become a record; `*` stands for any text. */
    columns: z.array(z.string()).min(1).optional(),
    /**
     * The month whose days the headers are that become records, such as `2026-03`; where it says `*`, the sheet's name, a title above the
     * header, or the file's name does.
     */
    days_of: z.string().regex(MONTH_SAID, 'a month such as 2026-03, 2026-*, or "*"').optional(),
    /** Column that takes the header, or the date. */
    name: z.string().min(1),
    /** Column that takes the cell. */
    value: z.string().min(1),
  })
  .refine(({ columns, days_of }) => (columns === undefined) !== (days_of === undefined), "either columns or days_of");

/** Turns columns into records: each cell becomes one that says its header, or the date, and its value. A blank cell is set aside. */
export const unpivot = defineStep(setting, ({ columns, days_of, name, value }, place) => {
  const { header } = place;
  const named = days_of === undefined ? headersIn(columns ?? [], place) : datesIn(days_of, place);
  const kept = [...header.keys()].filter((at) => !named.has(at));
  for (const made of [name, value]) if (kept.some((at) => header[at] === made)) place.complain(takenName(place.file, made));
  return {
    header: [...kept.map((at) => header[at] as string), name, value],
    take: (entry) =>
      [...named].map(([at, text]) => {
        const cell = entry.fields[at] ?? "";
        const fields = [...kept.map((other) => entry.fields[other] ?? null), text, cell];
        return changed(entry, cell.trim() === "" ? { fields, aside: "row" } : { fields });
      }),
  };
});

/** What is wrong where a column that is made is called as one that the file has. */
const takenName = (file: string, name: string): Issue => ({
  ...{ file, column: name, found: { zh: "文件中已有这一列", en: "a header that the file has already" } },
  expected: { zh: "unpivot 的 name 和 value 用别的名称", en: "another name for what unpivot makes" },
});

/** The headers that patterns fit, by their places. */
const headersIn = (columns: readonly string[], { header, placeOf }: Place): ReadonlyMap<number, string> =>
  new Map(
    columns
      .flatMap((column) => (column.includes("*") ? matching(column, header, placeOf) : [placeOf(column)]))
      .map((at) => [at, header[at] as string]),
  );

/** The date that each header says which is a day of a month, by its place. */
function datesIn(said: string, place: Place): ReadonlyMap<number, string> {
  const { header, placeOf, complain } = place;
  const month = monthOfSheet(place, said);
  for (const fault of monthFaults(place, month)) complain(fault);
  return new Map([...daysAt(header)].map(([at, day]) => [placeOf(header[at] as string), dateOf(month, day)]));
}

/** The places of headers that a pattern fits; the pattern itself is looked up when none does, so that it is named as missing. */
function matching(pattern: string, header: readonly string[], placeOf: (name: string) => number): number[] {
  const form = starred(plainName(pattern));
  const names = header.filter((name) => form.test(name));
  return names.length > 0 ? names.map(placeOf) : [placeOf(pattern)];
}
