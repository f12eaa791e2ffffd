import { expect, test } from "vitest";
import { parsePeriod, periodId } from "../../../src/core/periods.ts";
import { goalsOf } from "../../../src/site/matrix/goals-of.ts";
import { matrixPage } from "../matrix-site.ts";

test.each([
  ["a quarter", "2026Q3", ["2026Q3", "2026", "2026-08"]],
  ["a month", "2026-08", ["2026-08", "2026Q3", "2026"]],
  ["a year", "2026", ["2026", "2026Q3", "2026Q4", "2026-08"]],
  ["a quarter without its own", "2026Q2", ["2026"]],
  ["a period without any, after others", "2027Q1", ["2026"]],
  ["a period before all", "2025Q3", []],
])("goalsOf(page) of %s are those around it, then those in it, else the latest before", (_, period, found) => {
  const page = matrixPage({ selection: { period: parsePeriod(period) } });
  expect(goalsOf(page).map((each) => periodId(each.period))).toEqual(found);
});

test("goalsOf(page) has every goal of a period", () => {
  const [own] = goalsOf(matrixPage({ selection: { period: parsePeriod("2026Q3") } }));
  expect(own?.goals.map(({ goal }) => goal)).toEqual(["Versions", "Kits", "Pitches", "Revenue"]);
});
