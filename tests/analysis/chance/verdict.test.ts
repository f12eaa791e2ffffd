import { describe, expect, test } from "vitest";
import { evidenceOf } from "../../../src/analysis/chance/evidence.ts";
import type { Series } from "../../../src/analysis/chance/observation.ts";
import { verdictOf } from "../../../src/analysis/chance/verdict.ts";
import { monthsOf, quartersOf, restless } from "./months.ts";

const judged = (series: Series, level?: number) => verdictOf(series, evidenceOf(series), level);

/** Three years about 10 and then what is given. */
const ending = (...last: readonly number[]) => monthsOf("score", [...restless(36, 10, 0.3), ...last]);

describe("verdictOf says", () => {
  test("usual of what varies as before", () => {
    expect(judged(ending(10.2, 9.8, 10.1, 9.9, 10.3, 9.7))).toMatchObject({ state: "usual", reason: null, trend: null });
  });

  test("special of a last month that differs, with its values", () => {
    const { state, reason } = judged(ending(10.2, 9.8, 10.1, 9.9, 10.3, 7));
    expect(state).toBe("special");
    expect(reason).toMatchObject({ first: 41, last: 41, to: 7, n: 1 });
    expect(reason?.from).toBeCloseTo(10, 1);
    expect(reason?.p).toBeLessThan(0.001);
  });

  test("special of a last quarter that differs as a whole", () => {
    expect(judged(ending(10.2, 9.8, 10.1, 9.2, 9.1, 9.3))).toMatchObject({ state: "special", reason: { first: 39 } });
  });

  test.each([
    ["half a year", [8.8, 9.2, 9, 8.9, 9.1, 9], 36],
    ["more than that", [8.8, 9.2, 9, 8.9, 9.1, 9, 9.2, 8.8, 9], 36],
  ])("new level of a change that has lasted for %s, since when and from what to what", (_, last, since) => {
    const { state, reason } = judged(ending(...last));
    expect(state).toBe("new-level");
    expect(reason).toMatchObject({ first: since, last: 36 + last.length - 1, n: last.length });
    expect([reason?.from, reason?.to].map((value) => value?.toFixed(1))).toEqual(["10.0", "9.0"]);
  });

  test("usual, since when, of a level that has held for a year, which is no slow change", () => {
    const series = monthsOf("score", [...restless(36, 10, 0.3), ...restless(15, 6, 0.3)]);
    expect(judged(series)).toMatchObject({ state: "usual", usualSince: 36, trend: null });
    expect(judged(monthsOf("score", restless(51, 10, 0.3)))).toMatchObject({ state: "usual", usualSince: null });
  });

  test("special of what differs from its level since then, though not from the one before it", () => {
    const series = monthsOf("score", [...restless(36, 10, 0.3), ...restless(14, 6, 0.3), 10]);
    expect(judged(series)).toMatchObject({ state: "special", reason: { first: 50, to: 10 }, usualSince: 36 });
    expect(judged(series).reason?.from).toBeCloseTo(6, 0);
  });

  test("back of a quarter that differed and one that does not", () => {
    const { state, reason } = judged(ending(8, 8.2, 7.9, 10.1, 9.8, 10.2));
    expect(state).toBe("back");
    expect(reason).toMatchObject({ first: 36, last: 38 });
    expect(reason?.to).toBeCloseTo(8.03, 2);
  });

  test("not back of a last quarter that differs still, or to the other side", () => {
    expect(judged(ending(8, 8.2, 7.9, 9.3, 9, 9.2)).state).not.toBe("back");
    expect(judged(ending(8, 8.2, 7.9, 12, 12.2, 11.9)).state).toBe("special");
  });

  test("a slow change beside the state, and no new level of it", () => {
    const slow = restless(42, 0, 0.1).map((noise, i) => 3 + noise + Math.max(0, i - 16) / 25);
    const { state, trend } = judged(monthsOf("score", slow));
    expect(state).not.toBe("new-level");
    expect(trend?.to).toBeGreaterThan((trend?.from ?? 9) + 0.5);
  });

  test("special of the whole quarter where all of it differs, though its last month differs most", () => {
    expect(judged(ending(10.2, 9.8, 10.1, 8.8, 8.9, 7.5))).toMatchObject({ state: "special", reason: { first: 39 } });
  });

  test("usual, never too few, of what changes slowly", () => {
    const slow = Array.from({ length: 36 }, (_, i) => Math.round(69 + i * 0.6) / 100);
    expect(judged(monthsOf("share", slow, 100))).toMatchObject({ state: "usual", trend: { last: 35 } });
  });

  test("a slow change of eight quarters", () => {
    const slow = [3.1, 3.12, 3.09, 3.11, 3.1, 3.2, 3.28, 3.41, 3.49, 3.6, 3.72, 3.8];
    const { trend } = judged(quartersOf("score", slow));
    expect(trend).toMatchObject({ first: 4, last: 11 });
    expect([trend?.from, trend?.to].map((value) => value?.toFixed(2))).toEqual(["3.15", "3.76"]);
  });

  test("too few of fewer than twelve months before", () => {
    expect(judged(monthsOf("score", restless(12, 5)))).toEqual({
      state: "too-few",
      reason: null,
      trend: null,
      visible: null,
      usualSince: null,
    });
  });

  test.each<[number, readonly number[], string]>([
    [2, [1, 2, 2, 1, 2], "too-few"],
    [12, [9, 10, 8, 11, 9], "usual"],
  ])("of a share of %i cases a month whether a large change would be seen", (cases, hits, state) => {
    const shares = Array.from({ length: 30 }, (_, i) => (hits[i % hits.length] ?? 0) / cases);
    expect(judged(monthsOf("share", shares, cases)).state).toBe(state);
  });

  test("too few of what never varied before, since nothing is known of chance", () => {
    const constant = Array<number>(24).fill(4);
    expect(judged(monthsOf("score", [...constant, 4, 4, 4, 4, 4, 5]))).toMatchObject({ state: "too-few", visible: 0 });
  });

  test.each(["duration", "amount", "score"] as const)("the same of every constant, whatever the machine rounds: %s", (kind) => {
    const states = Array.from({ length: 90 }, (_, i) => 1 + i / 10).map((constant) => {
      const { state, visible } = judged(
        monthsOf(kind, [...Array<number>(27).fill(constant), constant * 1.02, constant * 1.02, constant * 1.02]),
      );
      return `${state} ${visible}`;
    });
    expect(new Set(states)).toEqual(new Set(["too-few 0"]));
  });

  test("nothing, and no number that is none, of durations that are all 0", () => {
    const { p } = evidenceOf(monthsOf("duration", Array<number>(36).fill(0))) ?? {};
    expect(p).toBe(1);
  });

  test("special of a share that was always kept and is no longer", () => {
    const kept = Array<number>(29).fill(1);
    expect(judged(monthsOf("share", [...kept, 0.7], 20)).state).toBe("special");
    expect(judged(monthsOf("share", [...kept, 1], 20)).visible).toBeGreaterThan(0);
  });

  test("what it says with months that are missing", () => {
    const { observations, ...series } = ending(8.8, 9.2, 9, 8.9, 9.1, 9);
    const some = observations.filter(({ at }) => at !== 38 && at !== 39);
    expect(judged({ ...series, observations: some })).toMatchObject({ state: "new-level", reason: { first: 36, n: 4 } });
  });

  test("nothing special where the family leaves no level", () => {
    const series = ending(10.2, 9.8, 10.1, 9.9, 10.3, 7);
    expect(judged(series, 0)).toMatchObject({ state: "usual", reason: null });
  });
});
