import { describe, expect, test } from "vitest";
import { type Weekday, weekdayOf, workingWeek } from "../../src/core/working-week.ts";
import { workingWeekSchema } from "../../src/data/working-week.ts";

const FULL = [
  { from: 540, to: 720 },
  { from: 780, to: 1080 },
];
const MORNING = [{ from: 540, to: 720 }];

const spansOn = (week: unknown, day: string) =>
  workingWeek({ working_hours: ["09:00-12:00", "13:00-18:00"], working_week: workingWeekSchema.parse(week) }).spansOn(day);

test.each([
  ["1969-12-31", "wed"],
  ["1970-01-01", "thu"],
  ["2026-03-07", "sat"],
  ["2026-03-08", "sun"],
  ["2026-03-09", "mon"],
] satisfies [string, Weekday][])("weekdayOf(%s) is %s", (day, weekday) => {
  expect(weekdayOf(day)).toBe(weekday);
});

describe("workingWeek(settings).spansOn(day)", () => {
  test.each([
    ["a Friday", {}, "2026-03-06", FULL],
    ["a Saturday", {}, "2026-03-07", []],
    ["a Saturday that is listed", ["mon", "sat"], "2026-03-07", FULL],
    ["a Friday that is not", ["mon", "sat"], "2026-03-06", []],
    ["a Saturday of all hours", { sat: true }, "2026-03-07", FULL],
    ["a Friday beside other settings", { sat: true }, "2026-03-06", FULL],
    ["a Friday that is taken off", { fri: false }, "2026-03-06", []],
    ["a half Saturday", { sat: "09:00-12:00" }, "2026-03-07", MORNING],
    ["a half Saturday, as a list", { sat: ["09:00-12:00"] }, "2026-03-07", MORNING],
    ["an alternate Saturday", { sat: { every: 2, from: "2026-03-07" } }, "2026-03-07", FULL],
    ["the Saturday after it", { sat: { every: 2, from: "2026-03-07" } }, "2026-03-14", []],
    ["the one after that", { sat: { every: 2, from: "2026-03-07" } }, "2026-03-21", FULL],
    ["one two weeks before", { sat: { every: 2, from: "2026-03-07" } }, "2026-02-21", FULL],
    ["an alternate half Saturday", { sat: { every: 2, from: "2026-03-07", hours: "09:00-12:00" } }, "2026-03-21", MORNING],
    ["every third Saturday", { sat: { every: 3, from: "2026-03-07" } }, "2026-03-21", []],
  ])("of %s: %j", (_, week, day, spans) => {
    expect(spansOn(week, day)).toEqual(spans);
  });
});

describe("working_week in site.yaml", () => {
  test.each([
    [{ sat: "9-12" }, "expected a span of the day such as 09:00-12:00"],
    [{ sat: 12 }, "expected true, false, hours such as 09:00-12:00, or { every: 2, from: 2026-01-10 }"],
    [{ sat: ["13:00-18:00", "09:00-12:00"] }, "expected spans from early to late that do not overlap"],
    [{ sat: { every: 2, from: "2026-03-08" } }, "expected a sat in from, which is a sun"],
    [[], "expected at least one day that is worked"],
    ["mon-sat", "Invalid input: expected object, received string"],
  ])("refuses %j: %s", (given, message) => {
    expect(workingWeekSchema.safeParse(given).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  test("stays what it is when it is read again", () => {
    const read = workingWeekSchema.parse(["mon", "sat"]);
    expect(workingWeekSchema.parse(read)).toEqual(read);
  });
});
