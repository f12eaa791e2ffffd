import { expect, test } from "vitest";
import { keep } from "../../scripts/snapshots/keep.ts";
import { listingOf } from "../../scripts/snapshots/listing.ts";
import { verifySnapshots } from "../../scripts/snapshots/verify.ts";
import { formatMonth } from "../../src/core/periods.ts";
import { newFolder, smallSnapshot } from "./kept.ts";

test("listingOf(verified, fiscalStart) lists a snapshot with the months that it was frozen with, whatever year the company reckons by since", async () => {
  const folder = newFolder();
  for (const period of ["2026Q2", "2026"]) keep(folder, await smallSnapshot(folder, period, 1));
  const monthsWhen = (fiscalStart: number) =>
    listingOf(verifySnapshots(folder), fiscalStart).map(({ name, period: { grain, start, end } }) => [
      name,
      grain,
      ...[start, end].map((month) => formatMonth(month)),
    ]);
  const [quarter, year] = [
    ["2026-04", "2026-06"],
    ["2026-01", "2026-12"],
  ];
  expect(monthsWhen(1)).toEqual([
    ["2026Q2/v1", "quarter", ...quarter],
    ["2026/v1", "year", ...year],
  ]);
  expect(monthsWhen(4)).toEqual([
    ["2026Q2/v1", "quarter", ...quarter],
    ["2026/v1", "range", ...year],
  ]);
});
