import { describe, expect, test } from "vitest";
import { beginningOf } from "../../scripts/calendar/beginning.ts";
import { dayOf } from "../../src/core/days.ts";

/** A record on every day but those of a pause. */
function daily(from: string, pause: readonly [string, string] = ["1999-01-01", "1999-01-01"]) {
  const days = Array.from({ length: 500 }, (_, i) => dayOf(from) + i);
  return new Map(days.filter((day) => day <= dayOf(pause[0]) || day >= dayOf(pause[1])).map((day) => [day, 1]));
}

const on = (...days: string[]) => new Map(days.map((day) => [dayOf(day), 1]));

describe("beginningOf(counts) of a table whose records begin", () => {
  test.each([
    ["on the first of a month", daily("2024-10-01"), "2024-10-01"],
    ["on the second", daily("2024-10-02"), "2024-10-01"],
    ["on the third, with a record every day", daily("2024-10-03"), "2024-10-03"],
    ["on the eighth, with a week of holidays later", daily("2024-10-08", ["2025-01-28", "2025-02-04"]), "2024-10-01"],
    ["on the ninth, with a week of holidays later", daily("2024-10-09", ["2025-01-28", "2025-02-04"]), "2024-10-09"],
    ["on the eighth, with a week of holidays more than a year later", daily("2024-10-08", ["2025-11-01", "2025-11-08"]), "2024-10-08"],
    ["in the middle of a month, with a record every day", daily("2024-10-15"), "2024-10-15"],
    ["late in a month, with few cases", on("2024-10-20", "2024-11-12", "2024-12-01"), "2024-10-01"],
    ["with its only record", on("2024-10-20"), "2024-10-01"],
  ])("%s", (_, counts, expected) => {
    expect(beginningOf(counts)).toBe(expected);
  });

  test("is null without records", () => {
    expect(beginningOf(new Map())).toBeNull();
  });
});
