import { describe, expect, test } from "vitest";
import { reachOf } from "../../scripts/reach.ts";
import { loadTables } from "../../scripts/registry.ts";
import type { ExportReport } from "../../src/build/exports.ts";
import { formatMonth } from "../../src/core/periods.ts";

const CONTRACTS = await loadTables();
const SITE = { stale_after: 2 };

const report = (table: string, from: string, to: string, rhythm: ExportReport["rhythm"] = "daily"): ExportReport => ({
  table,
  file: `exports/${table}.csv`,
  system: { zh: "ERP", en: "ERP" },
  rhythm,
  format: "csv",
  encoding: "utf-8",
  bytes: 1,
  sha256: "0",
  read: 1,
  accepted: 1,
  replaced: 0,
  repeated: 0,
  rejected: 0,
  dropped: [],
  reasons: [],
  from,
  to,
});

const ORDERS = report("orders", "2024-01-01", "2026-10-18");

describe("reachOf", () => {
  test("goes from the first month of any export to the latest day of any", () => {
    const { first, asOf } = reachOf([ORDERS, report("rework", "2023-11-02", "2026-10-16", "weekly")], CONTRACTS, SITE);
    expect([formatMonth(first), asOf]).toEqual(["2023-11", "2026-10-18"]);
  });

  test("is not moved by the survey of a quarter that is still running", () => {
    expect(reachOf([ORDERS, report("survey", "2025-12-31", "2026-12-31", "quarterly")], CONTRACTS, SITE).asOf).toBe("2026-10-18");
  });

  test("is what site.yaml says, where it says so", () => {
    expect(reachOf([ORDERS], CONTRACTS, { ...SITE, as_of: "2026-09-30" }).asOf).toBe("2026-09-30");
  });

  test.each([
    ["fresh for its rhythm tells all the way", "monthly", "2026-09-20", "2026-10-18"],
    ["late for its rhythm tells up to its latest record", "weekly", "2026-09-20", "2026-09-20"],
  ] as const)("a table whose export is %s", (_, rhythm, to, until) => {
    expect(reachOf([ORDERS, report("losses", "2024-01-01", to, rhythm)], CONTRACTS, SITE).untilOf("losses")).toBe(until);
  });

  test("takes the latest file of a table that is split over several", () => {
    const reach = reachOf([report("orders", "2023-01-01", "2023-12-31"), ORDERS], CONTRACTS, SITE);
    expect(reach.untilOf("orders")).toBe("2026-10-18");
  });

  test("refuses a latest day far beyond that of every other export, naming the file", () => {
    const slip = report("requirements", "2024-01-01", "2062-09-30");
    expect(() => reachOf([ORDERS, slip], CONTRACTS, SITE)).toThrow(
      /exports\/requirements\.csv: expected a day near 2026-10-18.*found 2062-09-30/,
    );
  });

  test("refuses a first day long ago", () => {
    expect(() => reachOf([report("orders", "0203-09-30", "2026-10-18")], CONTRACTS, SITE)).toThrow(
      /exports\/orders\.csv: expected a day within thirty years/,
    );
  });
});
