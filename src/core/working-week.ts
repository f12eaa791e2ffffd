import { dayOf } from "./days.ts";
import { parseSpan, type WorkingSpan } from "./working-hours.ts";

/** The days of a week, as settings write them. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** One span of the day such as `09:00-12:00`, or several. */
type Spans = string | string[];

/** What is worked on a weekday: all working hours, none, other hours, or either of them in every so many weeks, counted from a day on both ways. */
export type WeekdayHours = boolean | Spans | Turn;

/** In so many weeks, counted from a day on both ways. */
interface Turn {
  every: number;
  from: string;
  /** Default all working hours. */
  hours?: Spans | undefined;
}

/** The hours of a working day, and what is worked on each weekday. */
export interface WorkingWeekSettings {
  working_hours: string[];
  working_week: Readonly<Record<Weekday, WeekdayHours>>;
}

/** The working time of a week, holidays left aside. */
export interface WorkingWeek {
  /** The spans of a full working day. */
  full: readonly WorkingSpan[];
  /** The spans of an ISO day by its weekday; none on a day off. */
  spansOn(day: string): readonly WorkingSpan[];
}

/** 1970-01-01 was a Thursday. */
const THURSDAY = WEEKDAYS.indexOf("thu");

export const weekdayOf = (day: string): Weekday => WEEKDAYS[(((dayOf(day) + THURSDAY) % 7) + 7) % 7] as Weekday;

const isInTurn = (day: string, { every, from }: Turn): boolean => (dayOf(day) - dayOf(from)) % (every * 7) === 0;

const spansOf = (hours: Spans): WorkingSpan[] => [hours].flat().flatMap((span) => parseSpan(span) ?? []);

/** The working week of `site.yaml`. */
export function workingWeek({ working_hours, working_week }: WorkingWeekSettings): WorkingWeek {
  const full = spansOf(working_hours);
  const spansBy = (hours: WeekdayHours, day: string): readonly WorkingSpan[] => {
    if (typeof hours === "boolean") return hours ? full : [];
    if (typeof hours === "string" || Array.isArray(hours)) return spansOf(hours);
    return isInTurn(day, hours) ? spansBy(hours.hours ?? true, day) : [];
  };
  return { full, spansOn: (day) => spansBy(working_week[weekdayOf(day)], day) };
}
