import { z } from "zod";
import { areInOrder, parseSpan } from "../core/working-hours.ts";
import { WEEKDAYS, type Weekday, weekdayOf } from "../core/working-week.ts";

const span = z.string().refine((given) => parseSpan(given) !== null, "expected a span of the day such as 09:00-12:00");

/** One that is not a span is reported by itself. */
const spansInOrder = (given: readonly string[]) => areInOrder(given.flatMap((each) => parseSpan(each) ?? []));

/** Spans of a day, from early to late. */
export const spans = z
  .array(span)
  .min(1, "expected at least one span of the day such as 09:00-12:00")
  .refine(spansInOrder, "expected spans from early to late that do not overlap");

const hours = z.union([span, spans]);

const NOTATION = "expected true, false, hours such as 09:00-12:00, or { every: 2, from: 2026-01-10 }";

/** What is worked on a weekday, see `WeekdayHours`. */
const hoursOn = (weekday: Weekday) =>
  z
    .union([z.boolean(), hours, z.strictObject({ every: z.int().min(2), from: z.iso.date(), hours: hours.optional() })], {
      error: NOTATION,
    })
    .refine((given) => typeof given !== "object" || !("from" in given) || weekdayOf(given.from) === weekday, {
      error: ({ input }) => `expected a ${weekday} in from, which is a ${weekdayOf((input as { from: string }).from)}`,
    });

/** A list has all days that are worked. */
const asMapping = (given: unknown): unknown =>
  Array.isArray(given)
    ? Object.fromEntries([...WEEKDAYS.map((day) => [day, false] as const), ...given.map((day) => [String(day), true] as const)])
    : given;

const mapping = z
  .strictObject({
    mon: hoursOn("mon").default(true),
    tue: hoursOn("tue").default(true),
    wed: hoursOn("wed").default(true),
    thu: hoursOn("thu").default(true),
    fri: hoursOn("fri").default(true),
    sat: hoursOn("sat").default(false),
    sun: hoursOn("sun").default(false),
  })
  .refine((week) => Object.values(week).some(Boolean), "expected at least one day that is worked");

/**
 * `working_week` of `site.yaml`: a list of all days that are worked, or what differs from Monday to Friday. Three ways that cover most companies:
 * `[mon, tue, wed, thu, fri, sat]`, `{ sat: "09:00-12:00" }` and `{ sat: { every: 2, from: 2026-01-10 } }`.
 */
export const workingWeekSchema = z.preprocess(asMapping, mapping);
