import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../../src/core/periods.ts";
import type { FrozenListing } from "../../../src/data/frozen.ts";
import type { Restated, Restatements, Vintage } from "../../../src/data/restatements.ts";
import { triangleTable, usualRevision, vintagesOf } from "../../../src/publish/restatements/metric-vintages.ts";
import { newestVersions, restatedFigures } from "../../../src/publish/restatements/restated-figures.ts";
import { restatedSummary } from "../../../src/publish/restatements/restated-summary.ts";
import { textOf } from "../../../src/site/say/table.ts";
import { pageFor } from "../../site/tiny-site.ts";

const page = pageFor();

const listing = (name: string): FrozenListing => {
  const [period = "", version = ""] = name.split("/v");
  return {
    ...{
      name,
      number: 1,
      version: Number(version),
      period: { ...parsePeriod(period), grain: "quarter" },
      day: "2026-10-20",
      asOf: "2026-10-18",
    },
    ...{ seal: "0123456789abcdef", isProvisional: false, note: "", files: 1 },
  };
};

const orders = (value: number, now: number): Restated => ({
  ...{ metric: "orders", members: {}, now: { value: now, n: now, rank: null }, revision: "R1" },
  frozen: { value, n: value, target: 90, signal: null, rank: null },
  parts: [{ kind: "rest", of: ["records"], by: now - value }],
});

const east = (value: number, now: number): Restated => ({ ...orders(value, now), members: { region: "east" } });

const vintage = (name: string, restated: Restated[]): Vintage => ({
  ...{ name, restated, compared: 40, causes: [] },
  totals: restated.filter(({ members }) => Object.keys(members).length === 0).map(({ metric, frozen }) => ({ metric, ...frozen })),
});

const ledger = (...vintages: Vintage[]): Restatements => ({ vintages, notes: [] });

describe("restatedFigures(page, restatements, snapshots)", () => {
  const found = restatedFigures(page, ledger(vintage("2026Q3/v1", [east(10, 72), orders(80, 100)])), [listing("2026Q3/v1")]);

  test("says that a target is met now that was missed when it was published", () => {
    expect(found.find(({ members }) => !members["region"])?.verdicts).toContain("target-met");
  });

  test("has the difference in the unit of the metric", () => {
    expect(found.map(({ change }) => change).sort()).toEqual([20, 62]);
  });

  test("puts a figure whose verdict changed before a larger change", () => {
    const quiet = { ...east(10, 72), frozen: { ...east(10, 72).frozen, signal: found[1]?.frozen.signal ?? null } };
    const ordered = restatedFigures(page, ledger(vintage("2026Q3/v1", [quiet, orders(80, 100)])), [listing("2026Q3/v1")]);
    const changed = ordered.map(({ verdicts }) => verdicts.length > 0);
    expect(changed).toEqual(changed.toSorted((a, b) => Number(b) - Number(a)));
  });

  test("leaves out a metric that the site no longer has", () => {
    const gone = { ...orders(1, 2), metric: "gone" };
    expect(restatedFigures(page, ledger(vintage("2026Q3/v1", [gone])), [listing("2026Q3/v1")])).toEqual([]);
  });
});

test("newestVersions(snapshots) has one version of each period", () => {
  expect(newestVersions(["2026Q2/v1", "2026Q3/v1", "2026Q2/v2"].map(listing)).map(({ name }) => name)).toEqual(["2026Q3/v1", "2026Q2/v2"]);
});

test("restatedSummary() counts what was restated, and says the most important; nothing where nothing was", () => {
  const restatements = ledger(vintage("2026Q3/v1", [orders(80, 100)]));
  const restated = restatedFigures(page, restatements, [listing("2026Q3/v1")]);
  expect(restatedSummary(page, restated, restatements)).toBe(
    "Published figures restated since: 1. The largest is “Orders”: 2026 Q3 was published as 80, now 100: corrected records.",
  );
  expect(restatedSummary(page, [], ledger())).toBe("");
});

describe("the vintages of a metric", () => {
  const snapshots = ["2026Q2/v1", "2026Q3/v1", "2026Q3/v2"].map(listing);
  const restatements = ledger(
    vintage("2026Q2/v1", [orders(60, 60)]),
    vintage("2026Q3/v1", [orders(80, 100)]),
    vintage("2026Q3/v2", [orders(99, 100)]),
  );
  const { metric } = page.view("orders");
  const vintages = vintagesOf(page, metric, restatements, snapshots);

  test("are a triangle: periods down, versions across, today last", () => {
    const { head, rows } = triangleTable(page, metric, vintages);
    expect(head.map(textOf)).toEqual(["Period", "Version 1", "Version 2", "Today"]);
    expect(rows.map((row) => row.map(textOf))).toEqual([
      ["2026 Q2", "60", "", "60"],
      ["2026 Q3", "80", "99", "100"],
    ]);
  });

  test("show how much first figures move once there are four periods", () => {
    expect(usualRevision(vintages)).toBeNull();
    expect(usualRevision([...vintages, ...vintages])).toEqual({ mean: 10, periods: 4 });
  });
});
