import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BASELINE, byStrength, FEWEST_POINTS, processBehaviour, type Signal, signalsAbout } from "../../src/analysis/xmr.ts";
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

  test("computes limits anew from where it starts", () => {
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

/** Twelve points around 0 with moving ranges of 2: limits ± 2.66 × 2 = ± 5.32, half of them ± 2.66. */
const LEVEL = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];

describe("signalsAbout a given centre", () => {
  const about = (values: readonly number[], centre = 0) => signalsAbout(values, centre).map(said);

  test("finds none in points that vary about it", () => {
    expect(about(LEVEL)).toEqual([]);
  });

  test.each<[string, number[], string[]]>([
    // the last twelve have ten ranges of 2 and one to the last point: (20 + 8.6) / 11 = 2.6, so the limit is 6.916
    ["a point above the limit of the last twelve", [...LEVEL, -1 + 8.6], ["12 beyond above"]],
    // (20 + 7.5) / 11 = 2.5, so the limit is 6.65
    ["not a point just within it", [...LEVEL, -1 + 7.5], []],
    ["a point below it", [...LEVEL, 1, 1 - 8.6], ["13 beyond below"]],
    // the last twelve are -1, 1 … -1, 4, 4, 4: ranges 8 × 2, 5, 0, 0, mean 21 / 11, so the limit is 5.08 and half of it 2.54
    ["three points nearer to the limit than to the centre", [...LEVEL, 4, 4, 4], ["14 near-limit above"]],
    ["not two", [...LEVEL, 4, 4], []],
    ["eight points on one side", [...LEVEL, 1, 2, 1, 2, 1, 2, 1, 2], runAt(12, "above")],
    ["not seven", [...LEVEL, 1, 2, 1, 2, 1, 2, 1], []],
    ["not eight with one on the centre", [...LEVEL, 1, 2, 1, 2, 0, 1, 2, 1, 2], []],
  ])("%s", (_, values, expected) => {
    expect(about(values)).toEqual(expected);
  });

  test("finds every point of a run that goes on, since the centre does not move", () => {
    const run = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
    expect(about([...LEVEL, ...run, -1, ...run.map((value) => -value)])).toEqual([
      ...run.map((_, i) => `${12 + i} run above`),
      ...Array.from({ length: 11 }, (_, i) => `${22 + i} run below`),
    ]);
  });

  test("finds every point beyond it, where all are the same and off the centre", () => {
    const found = about(Array(8).fill(3));
    expect(found.filter((each) => each.includes("beyond above"))).toHaveLength(8);
    expect(found.filter((each) => each.includes("run above"))).toHaveLength(8);
  });

  test("finds none where all points are the centre, or where they are too few", () => {
    expect(about(Array(20).fill(0))).toEqual([]);
    expect(about([9, -9, 9, -9, 99].slice(0, FEWEST_POINTS - 1))).toEqual([]);
  });

  test("finds the same when the points and the centre are moved together", () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 40 });
    assertProperty(
      fc.property(values, fc.constantFrom(-64, 32, 128), (given, by) => {
        expect(
          about(
            given.map((value) => value + by),
            by,
          ),
        ).toEqual(about(given));
      }),
      500,
    );
  });

  test("finds the other side when the points are mirrored at it", () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 40 });
    const mirrored = (words: string) => words.replace(/above|below/, (side) => (side === "above" ? "below" : "above"));
    assertProperty(
      fc.property(values, (given) => {
        expect(about(given.map((value) => -value))).toEqual(about(given).map(mirrored));
      }),
      500,
    );
  });
});

describe("byStrength", () => {
  test("puts the strongest rule first, and of one rule the newest point", () => {
    const signals: Signal[] = [
      { at: 3, rule: "near-limit", side: "above" },
      { at: 1, rule: "run", side: "above" },
      { at: 0, rule: "beyond", side: "below" },
      { at: 2, rule: "beyond", side: "above" },
    ];
    expect(signals.sort(byStrength).map(said)).toEqual(["2 beyond above", "0 beyond below", "1 run above", "3 near-limit above"]);
  });
});
