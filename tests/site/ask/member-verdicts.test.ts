import { describe, expect, test } from "vitest";
import { intervalOf } from "../../../scripts/bench/chance/interval.ts";
import { type Random, randomStream } from "../../../scripts/sample/random.ts";
import type { Judged } from "../../../src/analysis/trial.ts";
import type { Selection } from "../../../src/core/selection.ts";
import { isSignal } from "../../../src/site/ask/verdicts.ts";
import type { Site } from "../../../src/site/site.ts";
import { type TinyCell, tinyCubes } from "../../cube/tiny.ts";
import { byTurns, historySite, inMonths, MONTHS } from "../history-site.ts";
import { pageFor, scope } from "../tiny-site.ts";

const verdictsOf = (site: Site, id = "kept", selection: Partial<Selection> = {}) =>
  pageFor(selection, "en", site).view(id).breakdown("region").verdicts();

const LEVEL = 0.05;
const NAMES = ["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7"];
const REGIONS = NAMES.map((id) => ({ id, label: { zh: id, en: id } }));
/** Cases that the regions have in a usual month. */
const CASES = [8, 12, 16, 24, 32, 40, 60, 100];

/** By how much the share of a region differs from the usual so many months ago. */
type Slip = (region: number, monthsAgo: number) => number;

/** Eight regions over three years: a share of .85 of some cases, the number of these, and their lognormal days. */
function regionsAtRandom(random: Random, slip: Slip = () => 0): Site {
  const cellOf = (month: string, monthsAgo: number, region: number): TinyCell => {
    const count = random.poisson(CASES[region] ?? 0);
    let days = 0;
    for (let i = 0; i < count; i++) days += random.lognormal(3, 0.8);
    const met = random.binomial(count, 0.85 + slip(region, monthsAgo));
    return { month, region: `r${region}`, count, count__is_met: met, sum_days: days, count_days: count };
  };
  const cells = MONTHS.flatMap((month, i) => CASES.map((_, region) => cellOf(month, MONTHS.length - 2 - i, region)));
  const { manifest, ...cubes } = tinyCubes({ things: { cells, dimensions: ["region"] } }, "2026-10-18");
  const dimensions = [{ id: "region", label: { zh: "区域", en: "Region" }, members: REGIONS }];
  return { ...historySite({}), cubes: { ...cubes, manifest: { ...manifest, dimensions } } };
}

/** Whether a verdict shows that anything happened. */
const isFound = (verdict: Judged) => isSignal(verdict) || verdict.trend !== null || verdict.state === "back";

describe("where nothing happens, at most one breakdown in twenty has any signal", () => {
  const BREAKDOWNS = 500;
  const random = randomStream("nothing happens to eight regions");
  const sites = Array.from({ length: BREAKDOWNS }, () => regionsAtRandom(random));

  test.each(["kept", "orders", "wait"])("of %s", (id) => {
    const verdicts = sites.map((site) => [...verdictsOf(site, id).values()]);
    expect(verdicts.flat()).toHaveLength(BREAKDOWNS * NAMES.length);
    const withSignals = verdicts.filter((members) => members.some(isFound));
    expect(intervalOf(withSignals.length, BREAKDOWNS)[0]).toBeLessThanOrEqual(LEVEL);
  });
});

test("a member that keeps 30 points less since the quarter began is found, and rarely any other", () => {
  const random = randomStream("one of eight regions slips");
  const found = Array.from({ length: 60 }, () =>
    verdictsOf(regionsAtRandom(random, (region, monthsAgo) => (region === 4 && monthsAgo <= 2 ? -0.3 : 0))),
  );
  expect(found.filter((verdicts) => verdicts.get("r4")?.direction === "worse").length).toBeGreaterThan(54);
  expect(found.filter((verdicts) => [...verdicts].some(([id, verdict]) => id !== "r4" && isSignal(verdict))).length).toBeLessThan(8);
});

describe("the members of a breakdown", () => {
  /** A signal among two members, and none among three. */
  const slipped = { region: "west", kept: byTurns(90, 91, inMonths([0, 0], 82)) };

  test("are judged together, so that a doubtful one is a signal among few only", () => {
    const among = (...others: string[]) =>
      verdictsOf(historySite(slipped, ...others.map((region) => ({ region, kept: byTurns(90, 91) })))).get("west");
    expect(isSignal(among("east") as Judged)).toBe(true);
    expect(isSignal(among("east", "south") as Judged)).toBe(false);
  });

  test("are no family with those that have no value in the period", () => {
    const gone = { region: "south", kept: byTurns(90, 91), cases: (monthsAgo: number) => (monthsAgo <= 2 ? 0 : 100) };
    const verdicts = verdictsOf(historySite(slipped, { kept: byTurns(90, 91) }, gone));
    expect([...verdicts.keys()]).toEqual(["east", "west"]);
    expect(verdicts.get("west")).toMatchObject({ state: "special", direction: "worse" });
  });

  test("stay judged among all while the reader keeps one of them", () => {
    const site = historySite(slipped, { kept: byTurns(90, 91) });
    expect(verdictsOf(site, "kept", { filters: { region: ["east"] } })).toEqual(verdictsOf(site));
  });

  test("of few cases are not clear yet", () => {
    const verdicts = verdictsOf(historySite({ kept: byTurns(90, 91) }, { region: "west", cases: () => 2, kept: byTurns(1, 2) }));
    expect([verdicts.get("east")?.state, verdicts.get("west")?.state]).toEqual(["usual", "too-few"]);
  });

  test("have a quiet month counted as one of 0, not left out", () => {
    const quiet = historySite({}, { region: "west", cases: (monthsAgo) => (monthsAgo === 1 ? 0 : 100 + (monthsAgo % 2)) });
    expect(verdictsOf(quiet, "orders").get("west")).toMatchObject({
      state: "special",
      direction: "worse",
      reason: { to: expect.closeTo(66.7, 0) },
    });
  });

  test("have none where they are hidden", () => {
    const { rows, verdicts } = pageFor().view("score").breakdown("region");
    expect(rows.map(({ member, now }) => [member, now.isHidden])).toEqual([
      ["east", false],
      ["west", true],
    ]);
    expect([...verdicts().keys()]).toEqual(["east"]);
  });

  test("have none where there is but one, or the period is not over", () => {
    expect(verdictsOf(historySite(slipped)).size).toBe(0);
    const site = historySite(slipped, { kept: byTurns(90, 91) });
    expect(verdictsOf(site, "kept", { period: "this-quarter" }).size).toBe(0);
  });

  test("are judged beside what the reader compares them with", () => {
    const site = historySite({ region: "west", kept: byTurns(90, 91, inMonths([0, 2], 60)) }, { kept: byTurns(90, 91) });
    const verdicts = verdictsOf(site, "kept", { ...scope("2026Q3"), against: scope("2025Q3") });
    expect([verdicts.get("east")?.state, verdicts.get("west")?.direction]).toEqual(["usual", "worse"]);
    const unequal = verdictsOf(site, "orders", { ...scope("2026Q3"), against: scope("2025-07..2025-08") });
    expect(unequal.size).toBe(0);
  });
});
