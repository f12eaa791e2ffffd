import { describe, expect, test } from "vitest";
import { areInOrder, minutesWorked, parseSpan } from "../../src/core/working-hours.ts";
import { siteConfig } from "../../src/data/site-config.ts";

const EIGHT_HOURS = [
  { from: 540, to: 720 },
  { from: 780, to: 1080 },
];

describe("parseSpan(text)", () => {
  test.each([
    ["09:00-12:00", { from: 540, to: 720 }],
    ["00:00-24:00", { from: 0, to: 1440 }],
    ["9:00-12:00", null],
    ["12:00-09:00", null],
    ["12:00-12:00", null],
    ["20:00-25:00", null],
    ["09:60-12:00", null],
  ])("reads %s as %j", (given, span) => {
    expect(parseSpan(given)).toEqual(span);
  });
});

describe("areInOrder(spans)", () => {
  test.each([
    [EIGHT_HOURS, true],
    [EIGHT_HOURS.toReversed(), false],
    [[{ from: 540, to: 800 }, ...EIGHT_HOURS.slice(1)], false],
    [[{ from: 540, to: 780 }, ...EIGHT_HOURS.slice(1)], true],
  ])("of %j is %s", (spans, expected) => {
    expect(areInOrder(spans)).toBe(expected);
  });
});

describe("minutesWorked(spans, minute)", () => {
  test.each([
    [0, 0],
    [540, 0],
    [600, 60],
    [750, 180],
    [800, 200],
    [1080, 480],
    [1440, 480],
  ])("by minute %i are %i of an eight-hour day", (minute, worked) => {
    expect(minutesWorked(EIGHT_HOURS, minute)).toBe(worked);
  });
});

describe("site.yaml", () => {
  const { shape } = siteConfig;

  test.each([
    [["09:00-12:00", "13:00"], "expected a span of the day such as 09:00-12:00"],
    [["13:00-18:00", "09:00-12:00"], "expected spans from early to late that do not overlap"],
    [["09:00-13:30", "13:00-18:00"], "expected spans from early to late that do not overlap"],
  ])("refuses working hours %j: %s", (given, message) => {
    expect(shape.working_hours.safeParse(given).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  test("has a day of eight hours and warns of gaps in the matrix unless it says otherwise", () => {
    expect(shape.working_hours.parse(undefined)).toEqual(["09:00-12:00", "13:00-18:00"]);
    expect(shape.matrix_lint.parse({ two_owners: "fail" })).toEqual({
      duty_without_output: "warn",
      uncounted_output: "warn",
      type_without_sla: "warn",
      sla_without_requests: "warn",
      two_owners: "fail",
    });
  });
});
