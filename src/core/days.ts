/** A day of the calendar. Whole days since 1970-01-01 */
export type Day = number;

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;

/** The ISO day of a moment. Milliseconds since 1970-01-01T00:00 */
export const isoDay = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, "YYYY-MM-DD".length);

export const isoOf = (day: Day): string => isoDay(day * DAY_MS);

/** The day of an ISO date. */
export const dayOf = (iso: string): Day => Date.parse(iso) / DAY_MS;
