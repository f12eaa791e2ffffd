import calendar from "chinese-days/dist/chinese-days.json" with { type: "json" };

// the package’s own functions read the machine’s time zone, so that a day off moves with it; its table of days does not
const OFF = Object.keys(calendar.holidays);
const MADE_UP = new Set(Object.keys(calendar.workdays));

const days = [...OFF.map((day) => [day, false] as const), ...[...MADE_UP].map((day) => [day, true] as const)];
const NOTICES = new Map(
  [...Map.groupBy(days, ([day]) => day.slice(0, 4))]
    .filter(([, [first]]) => first?.[1] === false)
    .map(([year, found]): [string, ReadonlyMap<string, boolean>] => [year, new Map(found)]),
);

/** The days of a year that the State Council's notice takes from the working week (false) or adds to it (true); null where it is not known. */
export const noticeOf = (year: string): ReadonlyMap<string, boolean> | null => NOTICES.get(year) ?? null;

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Whether an ISO day is worked on by the notice of its year; in a year without one, from Monday to Friday. */
export const isWorkedNationally = (day: string): boolean => noticeOf(day.slice(0, 4))?.get(day) ?? !isWeekend(day);
