import { yearFirstDay } from "../read/date-forms.ts";
import { dayOfMonth } from "../read/day-of-month.ts";

/** Headers that are days which make a sheet one of days across: dates, or days of one month. */
const [LEAST, LEAST_OF_MONTH] = [5, 15];

const readDay = yearFirstDay((instant) => instant);

/** Whether a header is a day, year first. */
export const isDay = (header: string): boolean => readDay(header) !== null;

/** Whether headers are days across, as in a timesheet of a month. */
export const areDays = (headers: readonly string[]): boolean => headers.filter(isDay).length >= LEAST;

/** Whether headers are the days of a month across, in their order, as in `1日`, `2日`. */
export function areDaysOfMonth(headers: readonly string[]): boolean {
  const days = headers.map(dayOfMonth).filter((day) => day !== null);
  return days.length >= LEAST_OF_MONTH && days.every((day, at) => at === 0 || day > (days[at - 1] as number));
}

/** Headers without days across: months of a timesheet have others, but one form. */
export function withoutDays(headers: readonly string[]): readonly string[] {
  if (areDays(headers)) return headers.filter((header) => !isDay(header));
  return areDaysOfMonth(headers) ? headers.filter((header) => dayOfMonth(header) === null) : headers;
}
