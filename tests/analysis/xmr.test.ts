import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BASELINE, FEWEST_POINTS, processBehaviour } from "../../src/analysis/xmr.ts";
import { assertProperty } from "../core/property.ts";

/** Twelve points around 11 with moving ranges of 2: limits 11 ± 2.66 × 2. */
const STEADY = [12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10];
const LIMITS = { centre: 11, lower: 5.68, upper: 16.32 };

const said = ({ at, rule, side }: { at: number; rule: string; side: string }) => `${at} ${rule} ${side}`;
const signalsOf = (values: readonly number[]) => processBehaviour(values).signals.map(said);
const runAt = (from: number, side: string) => Array.from({ length: 8 }, (_, i) => `${from + i} run ${side}`);

describe("processBehaviour finds the limits of ordinary variation", () => {
  test("as mean ± 2.66 × the mean moving range", () => {
    const { segments, signals } = processBehaviour(STEADY);
    expect(segments).toHaveLength(1);
    expect(segments[0]).toMatchObject({ from: 0, to: 11, centre: LIMITS.centre });
    expect(segments[0]?.lower).toBeCloseTo(LIMITS.lower, 12);
    expect(segments[0]?.upper).toBeCloseTo(LIMITS.upper, 12);
    expect(signals).toEqual([]);
  });

  test("from uneven moving ranges", () => {
    const [segment] = processBehaviour([3, 5, 4, 8, 6, 4]).segments;
    expect(segment?.centre).toBe(5);
    expect(segment?.upper).toBeCloseTo(5 + 2.66 * ((2 + 1 + 4 + 2 + 2) / 5), 12);
  });

  test.each([0, 1, FEWEST_POINTS - 1])("from no %i points", (count) => {
    expect(processBehaviour(STEADY.slice(0, count))).toEqual({ segments: [], signals: [] });
  });

  test("that later ordinary points do not move", () => {
    const before = processBehaviour(STEADY).segments[0];
    expect(STEADY).toHaveLength(BASELINE);
    expect(processBehaviour([...STEADY, 14, 9, 14]).segments).toEqual([{ ...before, to: 14 }]);
  });

  test.each([0.1, 7, 1 / 3])("of no width where every point is %d, and no signal", (value) => {
    const { segments, signals } = processBehaviour(Array(30).fill(value));
    expect(segments).toEqual([{ from: 0, to: 29, centre: value, lower: value, upper: value }]);
    expect(signals).toEqual([]);
  });
});

describe("processBehaviour signals", () => {
  test.each<[string, number[], string[]]>([
    ["a point above the upper limit", [...STEADY, 16.4], ["12 beyond above"]],
    ["not a point just within it", [...STEADY, 16.3], []],
    ["a point below the lower limit", [...STEADY, 5.6], ["12 beyond below"]],
    ["three of four points nearer to the limit than to the centre", [...STEADY, 14, 14, 11, 14], ["15 near-limit above"]],
    ["not two of four", [...STEADY, 14, 11, 11, 14], []],
    ["not three that are near different limits", [...STEADY, 14, 8, 14], []],
    ["eight points on one side", [...STEADY, 13, 12, 13, 12, 13, 12, 13, 12], runAt(12, "above")],
    ["not seven", [...STEADY, 13, 12, 13, 12, 13, 12, 13], []],
    ["not eight with one on the centre", [...STEADY, 13, 12, 13, 12, 11, 13, 12, 13, 12], []],
    [
      "a run that starts before there are points enough for limits of their own",
      [1, 2, 1, 2, 1, 2, 1, 2, 9, 8, 9, 8],
      [...runAt(0, "below"), "8 beyond above", "9 beyond above", "10 beyond above", "11 beyond above"],
    ],
  ])("%s", (_, values, expected) => {
    expect(signalsOf(values)).toEqual(expected);
  });
});

describe("processBehaviour after a run", () => {
  const { segments, signals } = processBehaviour([...STEADY, 13, 12, 13, 12, 13, 12, 13, 12, 17]);

  test("computes limits again from where it starts", () => {
    expect(segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 11],
      [12, 20],
    ]);
    expect(segments[0]?.upper).toBeCloseTo(LIMITS.upper, 12);
    expect(segments[1]?.centre).toBeCloseTo((4 * 13 + 4 * 12 + 17) / 9, 12);
  });

  test("judges later points by the new limits only", () => {
    expect(signals.map(said)).toEqual([...runAt(12, "above"), "20 beyond above"]);
    expect(segments[1]?.upper).toBeLessThan(17);
  });

  test("covers every point by one segment and names no rule twice at a point", () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: FEWEST_POINTS, maxLength: 80 });
    assertProperty(
      fc.property(values, (given) => {
        const found = processBehaviour(given);
        expect(found.segments.map(({ from }) => from)).toEqual([0, ...found.segments.slice(0, -1).map(({ to }) => to + 1)]);
        expect(found.segments.at(-1)?.to).toBe(given.length - 1);
        expect(new Set(found.signals.map(said)).size).toBe(found.signals.length);
      }),
      500,
    );
  });
});
