import chineseDays from "chinese-days";

/** Whether the State Council's days off and make-up weekends of a year are known. */
export const isKnownYear = (year: string): boolean => chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;

/** Whether an ISO day is worked on by the national calendar; in a year that is not known, from Monday to Friday. */
export const isWorkedNationally = (day: string): boolean => chineseDays.isWorkday(day);
