import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cubeFiles } from "../../scripts/cubes/cube-files.ts";
import { buildCube } from "../../scripts/cubes/cubes.ts";
import { evaluateDirectly } from "../../scripts/cubes/direct.ts";
import { checkDoubleEntry } from "../../scripts/cubes/double-entry.ts";
import { rowsOf } from "../../scripts/engine/engine.ts";
import type { Fact } from "../../scripts/facts/facts.ts";
import { parsePeriod, periodsBetween } from "../../src/core/periods.ts";
import { openCubes } from "../../src/cube/cubes.ts";
import { evaluate } from "../../src/cube/evaluate.ts";
import { mean, ratio, sum } from "../../src/cube/parts.ts";
import { assertAsyncProperty } from "../core/property.ts";
import { NO_REMARKS, tinyMetric } from "../cube/tiny.ts";
import { type Given, openWorkshop, type Workshop } from "../facts/workshop.ts";

const SHOWN = { fact: "sales", unit: "cny", dimensions: ["region"] } as const;
const SALES = tinyMetric({ ...SHOWN, value: sum("amount_cny") });
const SHARE = tinyMetric({ ...SHOWN, value: ratio(sum("amount_cny", { where: "is_new_product" }), sum("amount_cny")) });
const METRICS = [SALES, SHARE];

const QUARTER = parsePeriod("2026Q1");
const MONTHS = periodsBetween(QUARTER.start, QUARTER.end, "month");
const REGIONS = ["east", "west", "south"];
const DAYS = ["2026-01-05", "2026-02-28", "2026-03-31"];

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

/** The cubes of orders of two products, the first of them new. */
async function cubesOf(orders: readonly Given[]) {
  const products = [
    { product_id: "P-1", launched_on: "2026-01-01" },
    { product_id: "P-2", launched_on: null },
  ];
  await workshop.stage({ products, orders: orders.map((order, i) => ({ order_id: `O-${i}`, product_id: "P-1", ...order })) });
  await workshop.rowsOfFact("sales");
  return openedCubeOf("sales", METRICS);
}

/** The cube of a fact that the engine has. */
async function openedCubeOf(id: string, metrics: readonly (typeof SALES)[]) {
  const fact = workshop.facts.find((each) => each.id === id) as Fact;
  const until = "2026-12-31";
  const built = await buildCube(workshop.engine, fact, metrics, { coverage: { from: "2025-01-01", until }, fiscalStart: 1 });
  const files = cubeFiles([built]);
  const manifest = {
    asOf: until,
    until,
    months: [],
    ...{ from: "2000-01-01", provisionalYears: [], springFestivals: [], valueless: [] },
    facts: [built.info],
    absent: [],
    dimensions: [],
    ...NO_REMARKS,
    files: {},
  };
  return openCubes(manifest, (file) => files.get(file) as Uint8Array);
}

type OpenCubes = Awaited<ReturnType<typeof cubesOf>>;

const valuesOf = (cubes: OpenCubes, metric: typeof SALES, query: Partial<Parameters<typeof evaluate>[2]> = {}) =>
  evaluate(cubes, metric, { periods: [QUARTER], ...query }).map(({ value }) => value);

const totalOf = async (column: string) =>
  (await rowsOf<{ total: number }>(workshop.engine, `select sum(${column}) as total from facts.sales`))[0]?.total;

/** Amounts of up to four decimals and, in another place and another order, their reversals. */
const reversed: fc.Arbitrary<Given[]> = fc
  .array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 12 })
  .chain((parts) => {
    const amounts = parts.flatMap((part) => [part / 10_000, -part / 10_000]);
    const place = fc.record({
      region: fc.constantFrom(...REGIONS),
      ordered_on: fc.constantFrom(...DAYS),
      product_id: fc.constantFrom("P-1", "P-2"),
    });
    return fc.tuple(fc.shuffledSubarray(amounts, { minLength: amounts.length }), fc.array(place, { minLength: 24, maxLength: 24 }));
  })
  .map(([amounts, places]) => amounts.map((amount_cny, i): Given => ({ ...places[i], amount_cny })));

describe("orders and their reversals", () => {
  test("are exactly 0 in the engine, in the cube and split by region or month, and a ratio over them is none", async () => {
    await assertAsyncProperty(
      fc.asyncProperty(reversed, async (orders) => {
        const cubes = await cubesOf(orders);
        expect(await totalOf("amount_cny")).toBe(0);
        expect([valuesOf(cubes, SALES), valuesOf(cubes, SHARE)]).toEqual([[0], [null]]);
        const infos = new Map(cubes.manifest.facts.map((info) => [info.id, info]));
        expect(await evaluateDirectly(workshop.engine, infos, SHARE, { period: QUARTER })).toBeNull();
        await expect(checkDoubleEntry(workshop.engine, cubes, METRICS, [MONTHS, [QUARTER]])).resolves.toBeUndefined();
      }),
      40,
    );
  });

  test.each([
    ["three orders of a quarter", [0.1, 0.2, -0.3]],
    ["three orders reversed one by one", [199.9, 88.8, -199.9, 45.3, -88.8, -45.3]],
  ])("of %s leave no dust", async (_, amounts) => {
    const cubes = await cubesOf(
      amounts.map((amount_cny, i) => ({ amount_cny, ordered_on: DAYS[i % 3] as string, region: REGIONS[i % 3] as string })),
    );
    expect([valuesOf(cubes, SALES), valuesOf(cubes, SHARE)]).toEqual([[0], [null]]);
  });

  test("of 2000 orders with cents leave what was not reversed, to the cent", async () => {
    const amounts = Array.from({ length: 2000 }, (_, i) => ((i * 7919) % 100_000) / 100 + 0.01);
    const orders = [...amounts, ...amounts.toReversed().map((amount) => -amount), 303_244.21];
    const cubes = await cubesOf(
      orders.map((amount_cny, i) => ({ amount_cny, ordered_on: DAYS[i % 3] as string, region: REGIONS[i % 3] as string })),
    );
    expect(valuesOf(cubes, SALES)).toEqual([303_244.21]);
  });
});

describe("hours", () => {
  test("of many timesheets add up to the hours of the whole, without dust, in the engine and in the cube", async () => {
    const hours = Array.from({ length: 200 }, (_, i) => [0.1, 0.2, 0.3, 0.7, 1.1][i % 5] as number);
    const worked = hours.map((each, i) => ({ worked_on: DAYS[i % 3] as string, department: "rnd", counterpart: "sales", hours: each }));
    await workshop.stage({ timesheets: worked });
    await workshop.rowsOfFact("communication");
    const metric = tinyMetric({ fact: "communication", unit: "hours", dimensions: ["department"], value: sum("hours") });
    const cubes = await openedCubeOf("communication", [metric]);
    expect(valuesOf(cubes, metric)).toEqual([96]);
    const infos = new Map(cubes.manifest.facts.map((info) => [info.id, info]));
    expect(await evaluateDirectly(workshop.engine, infos, metric, { period: QUARTER })).toBe(96);
  });
});

describe("times from one moment to another", () => {
  test("add up to the minutes of the whole, in the cube and straight from the fact, in whatever order", async () => {
    const minutes = Array.from({ length: 240 }, (_, i) => ((i * 7919) % 20_000) + 1);
    const requirements = minutes.map((each, i) => {
      const approved = Date.parse(`${DAYS[i % 3]}T12:00:00Z`);
      const text = (time: number) => new Date(time).toISOString().slice(0, 16).replace("T", " ");
      return {
        requirement_id: `R-${i}`,
        submitted_at: text(approved - each * 60_000),
        approved_at: text(approved),
        region: REGIONS[i % 3] as string,
      };
    });
    await workshop.stage({ requirements });
    await workshop.rowsOfFact("decisions");
    const metric = tinyMetric({ fact: "decisions", unit: "days", dimensions: ["region"], value: mean("days_to_approval") });
    const cubes = await openedCubeOf("decisions", [metric]);
    const whole = minutes.reduce((all, each) => all + each, 0) / 1440;
    const cells = [...cubes.cells("decisions").getChild("sum_days_to_approval")] as number[];
    expect(cells.reduce((all, each) => all + each, 0)).toBe(whole * 1440);
    expect(cells.filter((each) => !Number.isSafeInteger(each))).toEqual([]);
    expect(valuesOf(cubes, metric)).toEqual([whole / minutes.length]);
    const infos = new Map(cubes.manifest.facts.map((info) => [info.id, info]));
    expect(await evaluateDirectly(workshop.engine, infos, metric, { period: QUARTER })).toBe(whole / minutes.length);
  });
});

describe("amounts", () => {
  test("of cells add up to the amount of the whole, to the last of fifteen digits", async () => {
    const orders = Array.from({ length: 3000 }, (_, i) => ({
      amount_cny: (((i * 104_729) % 10_000_000) + 1) / 100,
      ordered_on: DAYS[i % 3] as string,
      region: REGIONS[(i >> 2) % 3] as string,
    }));
    const cubes = await cubesOf(orders);
    const whole = orders.reduce((parts, { amount_cny }) => parts + Math.round(amount_cny * 100), 0) / 100;
    expect(valuesOf(cubes, SALES)).toEqual([whole]);
    const cells = [...cubes.cells("sales").getChild("sum_amount_cny")] as number[];
    expect(cells.filter((parts) => !Number.isSafeInteger(parts))).toEqual([]);
    expect(cells.reduce((all, parts) => all + parts, 0)).toBe(whole * 10_000);
  });

  test("returned beyond what was sold have no share of new products, and beyond what was sold of the others one above the whole", async () => {
    const order = (product_id: string, amount_cny: number, ordered_on: string) => ({ product_id, amount_cny, ordered_on, region: "east" });
    const cubes = await cubesOf([
      ...[order("P-1", 1000, "2026-01-05"), order("P-2", 500, "2026-01-05")],
      ...[order("P-1", 500, "2026-02-05"), order("P-2", -400, "2026-02-05")],
      order("P-2", -400, "2026-03-05"),
    ]);
    expect(valuesOf(cubes, SHARE, { periods: [QUARTER] })).toEqual([1500 / 1200]);
    const months = evaluate(cubes, SHARE, { periods: MONTHS }).toSorted((a, b) => a.period.start - b.period.start);
    expect(months.map(({ value }) => value)).toEqual([1000 / 1500, 5, null]);
  });
});
