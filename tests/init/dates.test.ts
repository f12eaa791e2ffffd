import { describe, expect, test } from "vitest";
import { ColumnProfiler } from "../../scripts/init/column-profile.ts";
import { dayFirstOf, findDates } from "../../scripts/init/forms/dates.ts";

function columnOf(...values: string[]) {
  const column = new ColumnProfiler("When");
  for (const value of values) column.add(value);
  return column.profile;
}

describe("findDates(column, kind, isDayFirst)", () => {
  test.each([
    ["days that are year first", "date", ["2026-03-05", "2026/3/6", "2026年3月7日"], []],
    ["times that are year first", "timestamp", ["2026-03-05T07:05:00Z", "2026/3/6 下午 3:05"], []],
    ["days where times are expected", "timestamp", ["2026-03-05", "2026-03-06 09:00"], ["YYYY-M-D", "YYYY-M-D H:mm"]],
    ["days first, decided by a value", "date", ["13/03/2026", "01/04/2026"], ["D/M/YYYY"]],
    ["months first, decided by a value", "date", ["03/13/2026", "04/01/2026"], ["M/D/YYYY"]],
    ["points", "date", ["31.12.25", "01.01.26"], ["D.M.YY"]],
    ["months by name", "timestamp", ["5/Mar/26 2:30 PM"], ["D/MMM/YY h:mm A"]],
    ["serial numbers", "date", ["46000", "46001"], ["excel"]],
    ["no days at all", "date", ["none", "soon"], []],
  ] as const)("finds the forms of %s", (_, kind, values, forms) => {
    expect(findDates(columnOf(...values), kind, null).forms).toEqual(forms);
  });

  test("gives both readings where nothing decides between day and month", () => {
    expect(findDates(columnOf("01/02/2026", "05/06/2026"), "date", null)).toEqual({ share: 1, forms: ["D/M/YYYY"], orElse: ["M/D/YYYY"] });
  });

  test("takes what other columns of the file have decided", () => {
    const column = columnOf("01/02/2026", "05/06/2026");
    const decided = dayFirstOf([columnOf("03/25/2026"), column]);
    expect(findDates(column, "date", decided)).toEqual({ share: 1, forms: ["M/D/YYYY"], orElse: null });
  });

  test("takes the reading in which records are in order, of days on which both can be read", () => {
    const column = columnOf("01/02/2026", "02/02/2026", "05/02/2026", "08/02/2026", "01/03/2026", "04/03/2026", "09/03/2026", "02/04/2026");
    expect(findDates(column, "date", null)).toEqual({ share: 1, forms: ["D/M/YYYY"], orElse: null });
  });

  test("says how many values it can read", () => {
    expect(findDates(columnOf("2026-01-01", "13/01/2026", "?", "soon"), "date", null).share).toBe(0.5);
  });
});
