import { expect, test } from "vitest";
import { STILL } from "../../../scripts/bench/chance/still-series.ts";
import { randomStream } from "../../../scripts/sample/random.ts";
import { evidenceOf } from "../../../src/analysis/chance/evidence.ts";
import { allChangesOf, CHANGES, changesOf } from "../../../src/site/say/changes.ts";
import { headlineOf } from "../../../src/site/say/overview.ts";
import { byTurns, historySite, inMonths } from "../history-site.ts";
import { pageFor } from "../tiny-site.ts";

const Q3 = [0, 2] as const;

test("changesOf compares a quarter of a sum with what quarters vary by, not months", () => {
  // a month's share falls by nine times what it varies by, and a month's cost rises by five times: fifteen times in three months
  const happens = { kept: byTurns(80, 90, inMonths(Q3, 40)), cost: byTurns(20_000, 22_000, inMonths(Q3, 26_000)) };
  const page = pageFor({}, "en", historySite(happens, { ...happens, region: "west" }));
  const said = [headlineOf(page), ...changesOf(page).map(({ text }) => text)];
  expect(said.map((text) => text.split(/ (?:fell|rose)/)[0])).toEqual(["Attainment", "Price", "Rework cost"]);
});

test("changesOf says who carried a change, and where it is shown", () => {
  const still = { kept: byTurns(80, 81), cost: byTurns(20_000, 22_000) };
  const happens = { kept: byTurns(80, 81, inMonths(Q3, 40)), cost: byTurns(20_000, 22_000, inMonths(Q3, 60_000)) };
  const page = pageFor({}, "en", historySite(happens, { ...still, region: "west" }));
  const changes = changesOf(page);
  expect(changes.length).toBeGreaterThan(0);
  for (const { carried, href } of changes) {
    expect(carried).toContain("East");
    expect(href).toMatch(/^\/en\/metrics\/[a-z]+\/$/);
  }
});

test("changesOf names no more than so many", () => {
  const happens = {
    kept: byTurns(80, 81, inMonths(Q3, 40)),
    cost: byTurns(20_000, 22_000, inMonths(Q3, 60_000)),
    days: byTurns(3, 3.2, inMonths(Q3, 9)),
    gap: byTurns(0.1, 0.2, inMonths(Q3, 2)),
  };
  expect(changesOf(pageFor({}, "en", historySite(happens, { ...happens, region: "west" })))).toHaveLength(CHANGES);
});

test("changesOf and allChangesOf are empty where nothing happens", () => {
  const still = { kept: byTurns(80, 81), cost: byTurns(20_000, 22_000) };
  const page = pageFor({}, "en", historySite(still, { ...still, region: "west" }));
  expect([changesOf(page), allChangesOf(page)]).toEqual([[], []]);
});

test("where nothing happens, a sum comes first on half of the pages that are half of sums", () => {
  const sums = ["count, 3 a month", "count, 15 a month", "amount, 8 cases a month", "amount, 40 cases a month"];
  const others = ["share, 23 cases a month", "share, 49 cases a month", "mean, no memory", "duration, 12 cases a month"];
  const random = randomStream("what comes first");
  const chance = (name: string) => {
    const series = STILL[name]?.(random);
    if (!series) throw new Error(`unknown series: ${name}; there are ${Object.keys(STILL).join(", ")}`);
    return evidenceOf(series)?.p ?? 1;
  };
  const pages = 1500;
  const sumsFirst = Array.from({ length: pages }, () => Math.min(...sums.map(chance)) < Math.min(...others.map(chance)));
  const share = sumsFirst.filter(Boolean).length / pages;
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(0.55);
});
