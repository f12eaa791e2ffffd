import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDuckDbWasm } from "../../scripts/engine/duckdb-wasm.ts";
import { type Engine, rowsOf } from "../../scripts/engine/engine.ts";
import type { Totals } from "../../src/cube/component.ts";
import { survival } from "../../src/cube/parts.ts";
import { quantileOf } from "../../src/cube/quantiles.ts";
import { survivals } from "../../src/cube/survival.ts";
import { assertAsyncProperty, assertProperty } from "../core/property.ts";

const COLUMNS = { ended: "weeks", open: "weeks_so_far" };

const countsOf = (values: readonly number[]) =>
  new Map([...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]));

const totals = (ended: readonly number[], open: readonly number[]): Totals => ({
  additive: () => 0,
  bound: () => "exact",
  counts: ({ column }) => countsOf(column === COLUMNS.ended ? ended : open),
});

const quantileBy = (ended: readonly number[], open: readonly number[], probability: number) =>
  survival(COLUMNS, probability, { step: 1 }).finish(totals(ended, open));

/** Weeks in remission under 6-mercaptopurine (Freireich et al. 1963), the example of most textbooks. */
const RELAPSED = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const IN_REMISSION = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];

describe("survival", () => {
  test.each([
    [0.14, 6],
    [0.15, 7],
    [0.2, 10],
    [0.3, 13],
    [0.37, 16],
    [0.45, 22],
    [0.5, 23],
    [0.55, 23],
    [0.56, null],
  ])("of the published example has relapsed in a share of %d by week %j", (probability, week) => {
    expect(quantileBy(RELAPSED, IN_REMISSION, probability)).toBe(week);
  });

  test.each([
    ["no wait at all", [], [], null, 0],
    ["one that ended", [4], [], 4, 1],
    ["one that goes on", [], [4], null, 1],
    ["one that goes on at the length at which another ended, which counts as waiting then", [3, 5], [3], 5, 3],
    ["one that goes on for less than the first that ended, which says nothing", [3, 5], [1], 4, 3],
    ["half of them ended, and none after", [1, 2], [3, 3], 2, 4],
    ["half of them ended, and the next later", [1, 2, 6], [5], 4, 4],
    ["fewer than half ended", [1, 2], [3, 3, 3], null, 5],
  ])("with %s", (_, ended, open, median, n) => {
    expect(quantileBy(ended, open, 0.5)).toBe(median);
    expect(survival(COLUMNS, 0.5, { step: 1 }).cases(totals(ended, open))).toBe(n);
  });

  test("is later the longer one still goes on, where the mean of those that ended does not move", () => {
    expect([1, 5, 30].map((soFar) => quantileBy([2, 4, 6, 8], [soFar, soFar], 0.5))).toEqual([5, 6, 7]);
  });

  const lengths = (minLength: number) => fc.array(fc.integer({ min: 0, max: 30 }), { minLength, maxLength: 40 });
  const percents = fc.integer({ min: 1, max: 100 });

  test("is the plain quantile where every wait has ended", () => {
    assertProperty(
      fc.property(lengths(1), percents, (ended, percent) => {
        expect(quantileBy(ended, [], percent / 100)).toBe(quantileOf(countsOf(ended), percent / 100, 1));
      }),
      300,
    );
  });

  test("is written as a formula of both columns", () => {
    expect(survival(COLUMNS, 0.9, { step: 1 }).sql).toBe("kaplan_meier(weeks, weeks_so_far, 0.9)");
  });

  describe("beside SQL", () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openDuckDbWasm();
    });
    afterAll(() => engine.close());

    const listed = (ended: readonly number[], open: readonly number[]) =>
      [...ended.map((length) => `(${length}, 1)`), ...open.map((length) => `(${length}, 0)`)].join(", ");

    /** The same by window functions over single rows. */
    async function bySql(ended: readonly number[], open: readonly number[], percent: number): Promise<number | null> {
      const [row] = await rowsOf<{ length: number | null }>(
        engine,
        `with lengths as (
          select length, sum(is_end) as ends, count(*) as leaving from (values ${listed(ended, open)}) as waits(length, is_end) group by length
        ),
        waiting as (
          select length, ends, sum(leaving) over (order by length desc) as waiting from lengths
        ),
        curve as (
          select length, product(1.0 - ends / waiting) over (order by length) as remaining from waiting
        )
        select case
            when max(remaining) >= 1 - ${percent / 100} - 1e-9 then (min(length) + coalesce((
              select min(length) from curve where remaining < 1 - ${percent / 100} - 1e-9
            ), min(length))) / 2
            else min(length)
          end as length
        from curve where remaining <= 1 - ${percent / 100} + 1e-9`,
      );
      return row?.length ?? null;
    }

    test("is the same for any waits", async () => {
      await assertAsyncProperty(
        fc.asyncProperty(lengths(1), lengths(0), percents, async (ended, open, percent) => {
          expect(quantileBy(ended, open, percent / 100)).toBe(await bySql(ended, open, percent));
        }),
        40,
      );
    });
  });
});

describe("survivals", () => {
  const spread = survivals(COLUMNS, [0.5, 0.9], { step: 0.5 });

  test("give lengths in the unit of the column", () => {
    expect(spread.quantile(totals([3, 4, 9], []), 0.5)).toBe(2);
  });

  test("spread those that go on over the longer lengths, and leave out what is longer than any that ended", () => {
    const { counts, all } = spread.distribution(totals([2, 4, 6], [3, 8]));
    expect(all).toBe(5);
    expect(counts.map(({ value }) => value)).toEqual([1, 2, 3]);
    expect(counts.map(({ count }) => Number(count.toFixed(6)))).toEqual([1, 1.333333, 1.333333]);
  });
});
