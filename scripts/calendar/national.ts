import calendar from "chinese-days/dist/chinese-days.json" with { type: "json" };

// the package’s own functions read the machine’s time zone, so that a day off moves with it; its table of days does not
const OFF = new Set(Object.keys(calendar.holidays));
const MADE_UP = new Set(Object.keys(calendar.workdays));
const KNOWN_YEARS = new Set([...OFF].map((day) => day.slice(0, 4)));

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Whether the State Council's days off and make-up weekends of a year are known. */
export const isKnownYear = (year: string): boolean => KNOWN_YEARS.has(year);

/** Whether an ISO day is worked on by the national calendar; in a year that is not known, from Monday to Friday. */
export const isWorkedNationally = (day: string): boolean => MADE_UP.has(day) || !(OFF.has(day) || isWeekend(day));
