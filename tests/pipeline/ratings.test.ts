import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../scripts/engine/engine.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { recoverableBelow } from "../analysis/recover.ts";
import { type Given, openWorkshop, type Workshop } from "../facts/workshop.ts";
import { type PublishedMonth, pooledCells, publishedMonths } from "./pooled-fact.ts";
import { buildSample, openBuilt } from "./sample.ts";

const MINIMUM = 5;

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

/** Rated requests for one output, all resolved in the first quarter. */
const rated = (department: string, output: string | null, count: number, month = "02"): Given[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ department, output_delivered: output, opened_at: "2026-01-05 09:00" },
    ...{ resolved_at: `2026-${month}-10 12:00`, rating: (i % 5) + 1 },
  }));

const cellsOf = (requests: readonly Given[]) =>
  pooledCells(workshop, "ratings", { given: { service_requests: requests }, minimum: MINIMUM });

const shown = ({ department, output, pool, is_hidden, count_rating }: Cell) => [department, output, pool, is_hidden, count_rating];

describe("the cube of ratings", () => {
  test("shows outputs with the minimum of ratings in a quarter, whatever their months", async () => {
    const cells = await cellsOf([...rated("rnd", "plan", 3), ...rated("rnd", "plan", 2, "03"), ...rated("hr", "course", 9)]);
    expect(cells.map(shown)).toEqual([
      ["hr", "course", null, false, 9],
      ["rnd", "plan", null, false, 5],
    ]);
  });

  test("adds an output with fewer to another of its department, and marks both", async () => {
    const cells = await cellsOf([...rated("rnd", "plan", 4), ...rated("rnd", "study", 8), ...rated("rnd", "release", 9)]);
    expect(cells.map(shown)).toEqual([
      ["rnd", "plan", "~rnd", true, 0],
      ["rnd", "release", null, false, 9],
      ["rnd", "study", "~rnd", true, 0],
      ["rnd", "~pool", "~rnd", false, 12],
    ]);
  });

  test("leaves out a department that has fewer in all", async () => {
    const cells = await cellsOf([...rated("rnd", "plan", 2), ...rated("rnd", null, 2), ...rated("hr", "course", 6)]);
    expect(cells.filter(({ is_hidden }) => is_hidden !== true).map(shown)).toEqual([["hr", "course", null, false, 6]]);
  });

  test("counts ratings of no output as a group of their own", async () => {
    const cells = await cellsOf([...rated("rnd", null, 3), ...rated("rnd", "plan", 5)]);
    expect(cells.map(shown)).toEqual(
      expect.arrayContaining([
        ["rnd", null, "~rnd", true, 0],
        ["rnd", "~pool", "~rnd", false, 8],
      ]),
    );
  });
});

/** Fewer ratings than the minimum whose sum follows from published numbers. */
function recovered({ groups, numbers }: PublishedMonth): number[] | null {
  const ratings = [...groups].flatMap(([group, cases]) => Array<string>(cases).fill(group));
  return recoverableBelow(
    numbers.map(({ of }) => ratings.map((group) => Number(of.includes(group)))),
    MINIMUM,
  );
}

describe("of the sample", () => {
  let months: PublishedMonth[];
  let names: [string, string][];
  beforeAll(async () => {
    const built = await buildSample();
    const cubes = openBuilt(built);
    const sql = `
      select cast(extract(year from last_day) * 12 + extract(month from last_day) - 1 as integer) as month,
        department || ' ' || coalesce(output, '') as "group", cast(count(rating) as double) as cases
      from facts.ratings group by 1, 2`;
    const real = await rowsOf<{ month: number; group: string; cases: number }>(built.engine, sql);
    await built.engine.close();
    const nameOf = ({ department, output }: Cell) => `${department} ${output ?? ""}`;
    months = publishedMonths(cubes.cells("ratings").toArray() as Cell[], real, { nameOf, component: "count_rating" });
    names = built.manifest.facts.flatMap(({ id }) => cubes.cells(id).names.map((name): [string, string] => [id, name]));
  });

  test("some ratings are hidden and most are shown", () => {
    const all = months.flatMap(({ groups }) => [...groups.values()]).reduce((sum, cases) => sum + cases, 0);
    const shown = months.flatMap(({ numbers }) => numbers.filter(({ of }) => of.length === 1).map(({ cases }) => cases));
    expect(months.some(({ numbers }) => numbers.some(({ of }) => of.length > 1))).toBe(true);
    expect(shown.reduce((sum, cases) => sum + cases, 0)).toBeGreaterThan(all / 2);
  });

  test("every published number is of the minimum of ratings, and of exactly the groups that it is said to add up", () => {
    for (const { groups, numbers } of months)
      for (const { cases, of } of numbers) {
        expect(cases).toBeGreaterThanOrEqual(MINIMUM);
        expect(of.reduce((sum, group) => sum + (groups.get(group) ?? 0), 0)).toBe(cases);
      }
  });

  test("no sum of fewer ratings follows from all that is published", () => {
    expect(months.flatMap((month) => recovered(month) ?? [])).toEqual([]);
  });

  test("would show one if pooled groups were published as well", () => {
    const naive = months.map((month) => ({ ...month, numbers: [...month.groups].map(([group, cases]) => ({ cases, of: [group] })) }));
    expect(naive.some((month) => recovered(month) !== null)).toBe(true);
  });

  test("no other cube has ratings", () => {
    expect(new Set(names.filter(([, name]) => name.includes("rating")).map(([id]) => id))).toEqual(new Set(["ratings"]));
  });
});
