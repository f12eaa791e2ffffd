import { yearFirstDay } from "../read/date-forms.ts";

/** Headers that are days which make a sheet one of days across. */
const LEAST = 5;

const readDay = yearFirstDay((instant) => instant);

/** Whether a header is a day, year first. */
export const isDay = (header: string): boolean => readDay(header) !== null;

/** Whether headers are days across, as in a timesheet of a month. */
export const areDays = (headers: readonly string[]): boolean => headers.filter(isDay).length >= LEAST;

/** Headers without days across: months of a timesheet have others, but one form. */
export const withoutDays = (headers: readonly string[]): readonly string[] =>
  areDays(headers) ? headers.filter((header) => !isDay(header)) : headers;
