import { describe, expect, test } from "vitest";
import { falseSignals, mixed } from "../../../scripts/bench/chance/false-signals.ts";
import { clusteredInterval, intervalOf } from "../../../scripts/bench/chance/interval.ts";
import { powerOf, SOUGHT } from "../../../scripts/bench/chance/power.ts";
import { DROWSY, duration, LAST, STILL, share } from "../../../scripts/bench/chance/still-series.ts";
import { chanceText, measureChance } from "../../../scripts/bench/chance.ts";
import { type Random, randomStream } from "../../../scripts/sample/random.ts";
import { evidenceOf } from "../../../src/analysis/chance/evidence.ts";
import { type Verdict, verdictOf } from "../../../src/analysis/chance/verdict.ts";

const LEVEL = 0.05;

describe("where nothing happens, at most one page in twenty has any signal", () => {
  test.each(Object.entries(STILL))("of a %s", (name, make) => {
    const { pages } = falseSignals(name, make, 2400, [1, 12]);
    for (const size of [1, 12]) expect(pages[size]?.interval[0], `a page of ${size}`).toBeLessThanOrEqual(LEVEL);
  });

  test.each(Object.entries(DROWSY))("but of a %s, two in twenty", (name, make) => {
    expect(falseSignals(name, make, 1200, [1]).pages[1]?.share).toBeLessThan(2 * LEVEL);
  });

  test("of twelve and of thirty metrics of all kinds", () => {
    const { pages, limits } = falseSignals("all kinds by turns", mixed(), 24_000, [12, 30]);
    expect(pages[12]?.pages).toBe(2000);
    expect(pages[12]?.share).toBeLessThanOrEqual(LEVEL);
    expect(pages[30]?.interval[0]).toBeLessThanOrEqual(LEVEL);
    expect(limits[12]?.share).toBeGreaterThan(0.8);
  });
});

describe("a level that has held for some quarters is the usual one", () => {
  const makes = {
    "a share that fell by 20 points": (random: Random, months: number) => share(random, 49, (at) => (at > LAST - months ? -0.2 : 0)),
    "a duration that fell by half": (random: Random, months: number) => duration(random, 60, (at) => (at > LAST - months ? -0.5 : 0)),
  };
  const cases = Object.entries(makes).flatMap(([name, make]) => [12, 15, 21].map((months) => ({ name, months, make })));

  test.each(cases)("$name, $months months ago: seen, and no false signal more often for it", ({ name, months, make }) => {
    const random = randomStream(`${name}, ${months} months ago`);
    const series = Array.from({ length: 400 }, () => make(random, months));
    const verdicts = series.map((each) => verdictOf(each, evidenceOf(each)));
    const share = (isSo: (verdict: Verdict) => boolean) => verdicts.filter(isSo).length / verdicts.length;
    expect(share(({ usualSince }) => Math.abs((usualSince ?? 0) - (LAST - months + 1)) <= 1)).toBeGreaterThan(0.75);
    const [low] = intervalOf(
      verdicts.filter(({ usualSince, state, trend }) => usualSince !== null && (state !== "usual" || trend)).length,
      400,
    );
    expect(low).toBeLessThanOrEqual(LEVEL);
    expect(share(({ state }) => state === "too-few")).toBeLessThan(0.1);
  });
});

describe("a change is found", () => {
  const found = (name: string, cases: number, months: number) => {
    const sought = SOUGHT.find((each) => each.name === name && each.cases === cases && each.months === months);
    if (!sought) throw new Error(`no such change: ${name}, ${cases} cases, ${months} months`);
    return powerOf(sought, 800);
  };

  test.each([
    ["share -10 points", 49, 3, 0.68, 0.3],
    ["share -20 points", 12, 6, 0.8, 0.45],
    ["share -20 points", 23, 3, 0.84, 0.55],
    ["share -30 points", 49, 1, 0.94, 0.8],
    ["duration +30 %", 30, 6, 0.66, 0.19],
  ])("%s, %i cases a month, from %i months ago: more often than %d, and than %d among twelve", (name, cases, months, alone, among) => {
    const power = found(name, cases, months);
    expect(power.alone).toBeGreaterThan(alone);
    expect(power.amongTwelve).toBeGreaterThan(among);
    // for which they have false signals three times as often
    expect(power.limits).toBeGreaterThan(0.4);
  });
});

describe("the tables", () => {
  test.each([
    // Clopper & Pearson 1934; exact values by the beta distribution
    [0, 20, 0, 0.1684],
    [5, 100, 0.0164, 0.1128],
    [20, 20, 0.8316, 1],
  ])("give %i of %i its interval", (hits, draws, low, high) => {
    const [from, to] = intervalOf(hits, draws);
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });

  test("give pages of one company an interval as wide as of independent ones where they are, and wider where they are alike", () => {
    const [apart, alike] = [
      Array.from({ length: 100 }, (_, i) => Number(i % 5 === 0)),
      Array.from({ length: 100 }, (_, i) => (i % 20 === 0 ? 4 : 0)),
    ];
    expect(clusteredInterval(apart, 4)).toEqual(intervalOf(20, 400));
    expect(clusteredInterval(alike, 4)[1]).toBeGreaterThan(intervalOf(20, 400)[1] * 1.3);
    expect(clusteredInterval(Array(100).fill(0), 4)).toEqual(intervalOf(0, 100));
  });

  test("have a row for each kind of series and each change", () => {
    const text = chanceText(measureChance(60, 2));
    expect(text.split("\n").filter((line) => line.startsWith("| "))).toHaveLength(
      2 + 2 + Object.keys(STILL).length + 1 + Object.keys(DROWSY).length + 12,
    );
  });
});
