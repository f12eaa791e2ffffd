import { type Issue, listed } from "../../src/core/errors.ts";
import { dayOfMonth } from "../read/day-of-month.ts";
import { type NamedMonth, namedMonth } from "../read/named-month.ts";
import type { Place } from "./step.ts";

/** A month that `sources.yaml` may say, as far as the files do not: `*`, `2026-*`, `2026-03`. */
export const MONTH_SAID = /^(?:\*|\d{4}-(?:\*|0[1-9]|1[0-2]))$/;

/** What `sources.yaml` says where the files say which month it is. */
export const ANY = "*";

/** Where a month may be named. */
export type MonthPlace = Pick<Place, "file" | "sheet" | "titles">;

/** What is known of the month that a sheet is of: by `sources.yaml`, else by its name, the titles above its header, or the name of its file. */
export function monthOfSheet({ file, sheet, titles }: MonthPlace, said = ANY): NamedMonth {
  const [year, month] = said.split("-").map((part) => (part === ANY ? undefined : Number(part)));
  const path = sheet !== null && file.endsWith(` / ${sheet}`) ? file.slice(0, -` / ${sheet}`.length) : file;
  const fileName = path.replace(/^.*[/\\]|\.[^.]*$/g, "");
  const named = [{ year, month }, ...[sheet ?? "", ...titles, fileName].map(namedMonth)];
  const own = named.find((each) => each.month !== undefined)?.month;
  // a text that names another month, such as that of the export, says nothing of the year
  const fitting = named.find((each) => each.year !== undefined && (each.month === undefined || each.month === own));
  return { year: fitting?.year, month: own };
}

/** The day of each header that is one, such as `1日`, by its place. */
export const daysAt = (header: readonly string[]): ReadonlyMap<number, number> =>
  new Map(
    [...header.entries()].flatMap(([at, name]) =>
      [[at, dayOfMonth(name)] as const].filter((each): each is [number, number] => each[1] !== null),
    ),
  );

const twoDigits = (part = 0) => String(part).padStart(2, "0");

/** A day as the contract has it, be it one of the calendar or not. */
export const dateOf = ({ year, month }: NamedMonth, day: number): string => `${year}-${twoDigits(month)}-${twoDigits(day)}`;

/** Headers that a message names. */
const SHOWN = 12;

/** What is wrong with headers that are to be days of a month. */
export function monthFaults({ file, header }: Pick<Place, "file" | "header">, { year, month }: NamedMonth): Issue[] {
  const days = [...daysAt(header).values()];
  const at = { file, column: "days_of" };
  const isInOrder = days.every((day, place) => place === 0 || day > (days[place - 1] as number));
  const shown = listed([...new Set(header)].filter(Boolean), SHOWN);
  return [
    ...(days.length === 0
      ? [
          {
            ...at,
            found: { zh: `表头 ${shown}`, en: `the headers ${shown}` },
            expected: { zh: "是日的表头，如 1日、1", en: "headers that are days, such as 1 or 1日" },
          },
        ]
      : []),
    ...(isInOrder
      ? []
      : [
          {
            ...at,
            found: { zh: `日 ${days.join("、")}`, en: `the days ${days.join(", ")}` },
            expected: { zh: "一个月的日，从前到后，各一列", en: "the days of one month in their order, each once" },
          },
        ]),
    ...(month === undefined
      ? [
          {
            ...at,
            found: { zh: "看不出是哪个月", en: "no month" },
            expected: {
              zh: "工作表名、表头上方的标题或文件名写明月份，如 2026年3月、3月、2026-03；或在 sources.yaml 写 days_of: 2026-03",
              en: "a month in the sheet's name, a title above the header, or the file's name, such as 2026-03, Mar 2026 or 3月; or days_of: 2026-03 in sources.yaml",
            },
          },
        ]
      : []),
    ...(month !== undefined && year === undefined
      ? [
          {
            ...at,
            found: { zh: `${month} 月，看不出是哪一年`, en: `month ${month}, but no year` },
            expected: {
              zh: "工作表名、表头上方的标题或文件名写明年份，如 2026年；或在 sources.yaml 写明，如 days_of: 2026-*",
              en: "a year in the sheet's name, a title above the header, or the file's name, such as 2026年3月; or said in sources.yaml, such as days_of: 2026-*",
            },
          },
        ]
      : []),
  ];
}
