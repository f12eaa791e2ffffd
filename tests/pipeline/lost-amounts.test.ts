import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCube } from "../../scripts/cubes/cubes.ts";
import type { Fact } from "../../scripts/facts/facts.ts";
import { createPools } from "../../scripts/protect/pools.ts";
import { emptyRecord } from "../../scripts/protect/record.ts";
import { loadMetrics } from "../../scripts/tools/registry.ts";
import { toParts } from "../../src/core/amounts.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { LEFT_OUT } from "../../src/cube/hidden.ts";
import { type Indicator, recoverableBelow } from "../analysis/recover.ts";
import { type Given, openWorkshop, type Workshop } from "../facts/workshop.ts";
import { buildSample, openBuilt } from "./sample.ts";

const MINIMUM = 3;
const METRICS = await loadMetrics();
const TIME = { coverage: { from: "2000-01-01", until: "2026-12-31" }, fiscalStart: 1 } as const;
const MINIMUMS = { survey: MINIMUM, ratings: MINIMUM, delays: MINIMUM, delay_causes: MINIMUM };

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

/** Deals lost by a department for a cause, null where it is not reviewed. */
interface Lost {
  department: string | null;
  cause: "avoidable" | "resource" | null;
  count: number;
}

/** Every deal has an amount of its own: a power of two, so that a sum shows which deals are in it. */
const dealsOf = (lost: readonly Lost[]): Given[] =>
  lost
    .flatMap((each) => Array<Lost>(each.count).fill(each))
    .map(({ department, cause }, i) => ({
      ...{ closed_on: "2026-02-10", stage: "closed", outcome: "lost", lost_reason: "late_collaboration" },
      ...{ delay_department: department, delay_cause: cause, amount_cny: 2 ** i },
    }));

interface PublishedAmounts {
  byDepartment: Cell[];
  byCause: Cell[];
}

async function publish(lost: readonly Lost[]): Promise<PublishedAmounts> {
  const { engine } = workshop;
  await workshop.stage({ deals: dealsOf(lost) });
  const facts = ["delay_amounts", "delay_cause_amounts"].map((id) => workshop.facts.find((fact) => fact.id === id) as Fact);
  for (const { id } of facts) await workshop.rowsOfFact(id);
  await engine.run("drop table pools");
  await createPools(engine, { minimums: MINIMUMS, tables: new Set(), facts, published: emptyRecord(MINIMUM) });
  const [byDepartment = [], byCause = []] = await Promise.all(
    facts.map(async (fact) => (await buildCube(engine, fact, METRICS, TIME)).cells.toArray() as Cell[]),
  );
  return { byDepartment, byCause };
}

/** Every amount of the cells: which deals it adds up. */
const indicatorsOf = ({ byDepartment, byCause }: PublishedAmounts, deals: number): Indicator[] =>
  [...byDepartment, ...byCause]
    .flatMap((cell) => Object.entries(cell).filter(([name]) => name.startsWith("sum_amount_cny")))
    .map(([, parts]) => Number(parts) / toParts(1))
    .filter((amount) => amount > 0)
    .map((amount) => Array.from({ length: deals }, (_, i) => Math.floor(amount / 2 ** i) % 2));

const shownOf = (cells: readonly Cell[], component: string) =>
  cells.filter(({ is_hidden }) => is_hidden !== true).map((cell) => [cell["department"] ?? null, cell[component]]);

describe("amounts lost to delay", () => {
  test("are shown of departments with three deals; those of fewer are added up", async () => {
    const { byDepartment } = await publish([
      { department: "rnd", cause: "avoidable", count: 9 },
      { department: "product", cause: "avoidable", count: 2 },
      { department: null, cause: "avoidable", count: 1 },
    ]);
    expect(shownOf(byDepartment, "count_amount_cny")).toEqual([
      ["rnd", 9],
      ["~pool", 3],
    ]);
  });

  test("hide a neighbour where the total would give a department away", async () => {
    const { byDepartment } = await publish([
      { department: "rnd", cause: "avoidable", count: 9 },
      { department: "product", cause: "avoidable", count: 2 },
    ]);
    expect(shownOf(byDepartment, "count_amount_cny")).toEqual([["~pool", 11]]);
  });

  test("are in no figure of a quarter with fewer in all", async () => {
    const published = await publish([{ department: "rnd", cause: "avoidable", count: 2 }]);
    expect(indicatorsOf(published, 2)).toEqual([]);
    expect([...published.byDepartment, ...published.byCause].map(({ pool }) => pool)).toEqual([LEFT_OUT, LEFT_OUT]);
  });

  test.each<[string, Lost[], boolean]>([
    [
      "each cause has enough",
      [
        { department: "rnd", cause: "avoidable", count: 3 },
        { department: "rnd", cause: "resource", count: 4 },
      ],
      true,
    ],
    [
      "a cause has too few",
      [
        { department: "rnd", cause: "avoidable", count: 8 },
        { department: "rnd", cause: null, count: 2 },
      ],
      false,
    ],
    [
      "a cause is a department's but for one deal",
      [
        { department: "rnd", cause: "avoidable", count: 4 },
        { department: "hr", cause: "avoidable", count: 1 },
        { department: "hr", cause: "resource", count: 4 },
      ],
      false,
    ],
  ])("are shown by cause where %s: %#", async (_, lost, isShown) => {
    const { byCause } = await publish(lost);
    expect(byCause.some(({ is_hidden }) => is_hidden !== true)).toBe(isShown);
  });

  test("of fewer than three deals do not follow from all that is published", async () => {
    const lost = fc.uniqueArray(
      fc.record<Lost>({
        department: fc.constantFrom("rnd", "hr", "product", null),
        cause: fc.constantFrom("avoidable" as const, "resource" as const, null),
        count: fc.integer({ min: 1, max: 4 }),
      }),
      { selector: ({ department, cause }) => `${department} ${cause}`, maxLength: 7 },
    );
    await fc.assert(
      fc.asyncProperty(lost, async (given) => {
        const deals = given.reduce((sum, { count }) => sum + count, 0);
        expect(recoverableBelow(indicatorsOf(await publish(given), deals), MINIMUM)).toBeNull();
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});

test("no other cube of the sample has the amounts of deals as they are, and no cell has one of fewer than three", async () => {
  const built = await buildSample();
  const cubes = openBuilt(built);
  await built.engine.close();
  const ofDeals = built.manifest.facts.filter(({ tables }) => tables.includes("deals")).map(({ id }) => id);
  const withAmount = ofDeals.filter((id) => cubes.cells(id).names.some((name) => name.includes("amount_cny")));
  expect(withAmount).toEqual(["delay_amounts", "delay_cause_amounts"]);
  const cells = withAmount.flatMap((id) => cubes.cells(id).toArray() as Cell[]);
  const counts = cells.flatMap((cell) => Object.entries(cell).filter(([name]) => name.startsWith("count_amount_cny")));
  expect(counts.some(([, count]) => Number(count) >= MINIMUM)).toBe(true);
  expect(counts.filter(([, count]) => Number(count) > 0 && Number(count) < MINIMUM)).toEqual([]);
});
