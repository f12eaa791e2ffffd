import { expect, test } from "vitest";
import { parsePeriod } from "../../src/core/periods.ts";
import { coversPeriod } from "../../src/cube/covered.ts";
import type { FactInfo } from "../../src/data/manifest.ts";
import { tinyCubes } from "./tiny.ts";

const factThat = (isQuarterly: boolean) =>
  tinyCubes({ things: { cells: [], reach: ["2025-12", "2026-10"], isQuarterly } }).fact("things") as FactInfo;

test.each<[string, boolean, boolean]>([
  ["2025-08", false, false],
  ["2025Q4", true, true],
  ["2026-08", false, true],
  ["2026-09", false, true],
  ["2026Q3", true, true],
  ["2026Q4", false, true],
  ["2026-08..2026-10", false, true],
  ["2026-04..2026-09", true, true],
  ["2026", true, true],
  ["2027Q1", false, false],
])("a fact of quarters up to October 2026 covers %s: %s; one of months: %s", (period, ofQuarters, ofMonths) => {
  expect([true, false].map((isQuarterly) => coversPeriod(factThat(isQuarterly), parsePeriod(period)))).toEqual([ofQuarters, ofMonths]);
});
