import { describe, expect, test } from "vitest";
import { STILL } from "../../../scripts/bench/chance/still-series.ts";
import { randomStream } from "../../../scripts/sample/random.ts";
import { between } from "../../../src/analysis/chance/observation.ts";
import { pointsOf } from "../../../src/analysis/chance/scale.ts";
import { type Shift, shiftIn } from "../../../src/analysis/chance/shift.ts";
import { studentTails } from "../../../src/analysis/chance/student.ts";
import { monthsOf, restless } from "./months.ts";

const shift = (values: readonly (number | null)[], least = 3): Shift | null =>
  shiftIn(pointsOf("score", monthsOf("score", values).observations), least);

/** The sum of squares that ordinary least squares leaves of values, by taking from them and from each column what the columns before it explain. */
function squaresLeft(values: readonly number[], columns: readonly (readonly number[])[]): number {
  const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, each, i) => sum + each * (b[i] ?? 0), 0);
  const without = (of: readonly number[], column: readonly number[]) => {
    const slope = product(of, column) / product(column, column);
    return of.map((each, i) => each - slope * (column[i] ?? 0));
  };
  const [first, ...others] = columns;
  if (!first) return product(values, values);
  return squaresLeft(
    without(values, first),
    others.map((column) => without(column, first)),
  );
}

describe("shiftIn(points, least)", () => {
  test("finds where a level changed, and that it is no chance", () => {
    const found = shift([...restless(14, 10, 0.3), ...restless(10, 8, 0.3)]);
    expect(found?.before.length).toBe(14);
    expect(found?.after.map(({ at }) => at)).toEqual([14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
    expect(found?.p).toBeLessThan(1e-5);
  });

  test("gives the probability of a step in a regression on a constant and the point before, times the places at which it may be", () => {
    const values = [3.1, 2.6, 3.4, 3.3, 2.9, 3.2, 4.1, 4.4, 3.9, 4.6, 4.2, 4.5];
    const [own, last] = [values.slice(1), values.slice(0, -1)];
    const ones = own.map(() => 1);
    const none = squaresLeft(own, [ones, last]);
    const steps = [3, 4, 5, 6, 7, 8, 9].map((at) => squaresLeft(own, [ones, last, own.map((_, i) => (i + 1 >= at ? 1 : 0))]));
    const best = Math.min(...steps);
    const found = shift(values);
    expect(found?.before).toHaveLength(3 + steps.indexOf(best));
    expect(found?.p).toBeCloseTo(7 * studentTails(Math.sqrt((none - best) / (best / 8)), 8), 10);
  });

  test.each([
    ["too few points", [1, 2, 1, 5, 6], 3],
    ["nothing that varies", Array<number>(24).fill(3), 3],
    ["no neighbours", [1, null, 2, null, 1, null, 5, null, 6, null, 5], 2],
  ])("of %s says nothing", (_, values, least) => {
    expect(shift(values, least)).toBeNull();
  });

  test("takes a memory of months for no change: rarely found where nothing happens", () => {
    const random = randomStream("no shift");
    for (const name of ["mean, memory .6", "share, 23 cases a month", "duration, 12 cases a month"]) {
      const make = STILL[name] as NonNullable<(typeof STILL)[string]>;
      const found = Array.from({ length: 1000 }, () => {
        const { kind, observations, until } = make(random);
        return shiftIn(between(pointsOf(kind, observations), until - 23, until), 3)?.p ?? 1;
      });
      expect(found.filter((p) => p <= 0.01).length / found.length, name).toBeLessThan(0.035);
    }
  });
});
