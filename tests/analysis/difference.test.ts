import { describe, expect, test } from "vitest";
import { differenceSignals, movedBy } from "../../src/analysis/difference.ts";
import type { SeriesPoint } from "../../src/analysis/series.ts";
import { parseMonth, parsePeriod, periodOf } from "../../src/core/periods.ts";

/** Complete points by month from a first one; null is missing. */
const seriesFrom = (first: string, values: readonly (number | null)[]): SeriesPoint[] =>
  values.map((value, i) => ({
    period: periodOf(parseMonth(first) + i, "month"),
    value,
    n: 1,
    isHidden: false,
    bound: "exact",
    remark: null,
    spread: [],
    isComplete: true,
  }));

/** Differences of 1 and −1 by turns: the mean moving range is 2. */
const LEVEL = [11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9];
const TENS = Array<number>(24).fill(10);

describe("movedBy", () => {
  test("lays a series so many months later and leaves the rest as it is", () => {
    const [point] = seriesFrom("2025-03", [4]);
    expect(point && movedBy([point], 12)).toEqual([{ ...point, period: parsePeriod("2026-03") }]);
  });

  test("keeps quarters what they are", () => {
    const quarter = { ...seriesFrom("2025-01", [4])[0], period: parsePeriod("2025Q1") } as SeriesPoint;
    expect(movedBy([quarter], -12).map(({ period }) => period)).toEqual([parsePeriod("2024Q1")]);
  });
});

describe("differenceSignals", () => {
  const found = (own: readonly (number | null)[], other: readonly (number | null)[], period: string) =>
    differenceSignals(seriesFrom("2025-01", own), seriesFrom("2025-01", other), parsePeriod(period));
  const said = ({ signals }: ReturnType<typeof found>) => signals.map(({ at, rule, side }) => `${at} ${rule} ${side}`);

  test("finds a difference beyond its ordinary variation", () => {
    expect(said(found([...LEVEL, 18], TENS, "2026-01"))).toEqual(["12 beyond above"]);
  });

  test("finds none where the two differ as they always did, by turns", () => {
    expect(found([...LEVEL, 11], TENS, "2026-01")).toEqual({ signals: [], isKnown: true });
  });

  test("finds a small difference that goes on", () => {
    const own = Array.from({ length: 12 }, (_, i) => (i % 2 ? 12 : 11));
    expect(said(found(own, TENS, "2025Q4"))).toEqual(["11 run above", "10 run above", "9 run above"]);
  });

  test("tells of the points of the period only", () => {
    expect(said(found([...LEVEL, 18, 10, 10, 10], TENS, "2026Q2"))).toEqual([]);
    expect(said(found([...LEVEL, 18, 10, 10, 10], TENS, "2026Q1"))).toEqual(["12 beyond above"]);
  });

  test("is not moved by what comes after the period", () => {
    const until = found([...LEVEL, 18], TENS, "2026-01");
    expect(found([...LEVEL, 18, 90, -90, 90], TENS, "2026-01")).toEqual(until);
  });

  test("puts the strongest signal first, not the newest", () => {
    const own = [...Array<number>(8).fill(11), 12, 11, 40, 11];
    expect(said(found(own, TENS, "2025Q4"))[0]).toBe("10 beyond above");
  });

  test.each<[string, (number | null)[], (number | null)[]]>([
    ["too few points", LEVEL.slice(0, 5), TENS],
    ["too few points in the other", LEVEL, TENS.slice(0, 5)],
    ["too few pairs, where one is missing", [...LEVEL.slice(0, 5), null, null], TENS],
    ["no other series", LEVEL, []],
    ["a period without a pair", [...Array<number>(9).fill(11)], TENS],
  ])("knows nothing of %s", (_, own, other) => {
    expect(found(own, other, "2025Q4")).toEqual({ signals: [], isKnown: false });
  });

  test("leaves out unfinished points", () => {
    const own = seriesFrom("2025-01", [...LEVEL, 90]).map((point, i) => ({ ...point, isComplete: i < 12 }));
    expect(differenceSignals(own, seriesFrom("2025-01", TENS), parsePeriod("2025-12..2026-01"))).toEqual({ signals: [], isKnown: true });
  });

  test("pairs a quarter with that a year ago by the history of changes from year to year", () => {
    const seasons = Array.from({ length: 36 }, (_, i) => 10 + 5 * Math.sin((i * Math.PI) / 6));
    const own = seriesFrom("2024-01", seasons.with(34, 60));
    const { signals, isKnown } = differenceSignals(own, movedBy(own, 12), parsePeriod("2026Q4"));
    expect([isKnown, signals.map(({ rule }) => rule)]).toEqual([true, ["beyond"]]);
  });
});
