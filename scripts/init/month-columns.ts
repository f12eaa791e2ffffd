import { dayOfMonth } from "../read/day-of-month.ts";
import { sheetOf } from "../read/layout.ts";
import type { NamedMonth } from "../read/named-month.ts";
import { dateOf, monthOfSheet } from "../sources/month-of-days.ts";
import { readHours } from "../stage/hours.ts";
import { profileOf, summed } from "./column-profile.ts";
import { DAY, HOURS } from "./day-columns.ts";
import { areDaysOfMonth } from "./day-headers.ts";
import { numbersOf } from "./forms/numbers.ts";
import type { SheetProfile } from "./sheet-profile.ts";

type Monthly = Pick<SheetProfile, "file" | "layout">;

/** The month whose days a sheet has across, as far as something says which it is; null where it has none. */
export const monthOf = ({ file, layout }: Monthly): NamedMonth | null =>
  areDaysOfMonth(layout.header.names) ? monthOfSheet({ file: file.name, sheet: sheetOf(layout), titles: layout.header.titles }) : null;

/** Whether a sheet has the days of a month across, and something says which month of which year it is. */
export function isOfMonth(sheet: Monthly): boolean {
  const month = monthOf(sheet);
  return month?.year !== undefined && month.month !== undefined;
}

/** What the columns are called into which days across are turned: as no header is. */
export const dayNames = (headers: readonly string[]): { name: string; value: string } => {
  const free = (name: string) => (headers.includes(name) ? `每日${name}` : name);
  return { name: free(DAY), value: free(HOURS) };
};

const daysOf = ({ columns }: Pick<SheetProfile, "columns">) => columns.filter(({ header }) => dayOfMonth(header) !== null);

/** Of 1, how many cells below days hold hours at least; the others may say why there are none. */
const HOLDING = 0.5;

/** Whether hours stand below the days of a sheet, rather than marks such as those of who was there. */
function holdHours(sheet: SheetProfile): boolean {
  const read = numbersOf(sheet.settings);
  const cells = [...summed(daysOf(sheet).map(({ values }) => values))];
  const count = (some: typeof cells) => some.reduce((sum, [, times]) => sum + times, 0);
  return count(cells.filter(([text]) => readHours(text, read) !== null)) >= count(cells) * HOLDING;
}

/** A sheet as it is once each cell below a day of its month is a record: in the place of these days stand the date and the hours. */
export function withMonth(sheet: SheetProfile): SheetProfile {
  const month = monthOf(sheet);
  if (month === null || !isOfMonth(sheet)) return sheet;
  if (!holdHours(sheet)) return sheet;
  const { name, value } = dayNames(sheet.layout.header.names);
  const days = daysOf(sheet);
  const dates = days
    .map(({ header, filled }) => [dateOf(month, dayOfMonth(header) ?? 0), filled] as const)
    .filter(([, filled]) => filled > 0);
  const hours = profileOf(value, summed(days.map(({ values }) => values)), summed(days.map(({ blanks }) => blanks)));
  return { ...sheet, columns: [...sheet.columns.filter((each) => !days.includes(each)), profileOf(name, new Map(dates)), hours] };
}
