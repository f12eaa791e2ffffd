import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { computeCubes } from "../../scripts/pipeline.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { parseMonth } from "../../src/core/periods.ts";
import { openCubes } from "../../src/cube/cubes.ts";
import { evaluate, isAvailable } from "../../src/cube/evaluate.ts";
import { unknownTo } from "../../src/cube/known.ts";
import { dataFolder } from "../stage/folder.ts";

const SITE = `title: { zh: 看板, en: Board }
company: { zh: 小店, en: Shop }
fiscal_year_starts: 1
base: /
minimum_group: 5
stale_after: 2
`;

/** A shop that exports the least: what was ordered when and for how much, some orders with a region, and tickets with two times. */
const FILES = {
  "site.yaml": SITE,
  "exports/orders.csv": "order_id,ordered_on,amount_cny,region\nA-1,2026-01-05,100,north\nA-2,2026-01-20,50,\nA-3,2026-02-10,70,南方 1\n",
  "exports/tickets.csv": "request_id,opened_at,resolved_at\nT-1,2026-01-05 09:00,2026-01-05 11:00\nT-2,2026-02-03 10:00,2026-02-03 14:00\n",
};

type Built = Awaited<ReturnType<typeof computeCubes>>;

describe("a company that exports only what a table must have", () => {
  let built: Built;
  beforeAll(async () => {
    const dataDir = dataFolder({ orders: { files: "exports/orders.csv" }, service_requests: { files: "exports/tickets.csv" } }, FILES);
    built = await computeCubes(dataDir, silentProgress);
  });
  afterAll(() => built.engine.close());

  const metricOf = (id: string) => {
    const found = built.metrics.find((metric) => metric.id === id);
    if (!found) throw new Error(`no metric ${id}`);
    return found;
  };
  const cubes = () => openCubes(built.manifest, (file) => built.files.get(file) as Uint8Array);
  const january = { grain: "month" as const, start: parseMonth("2026-01"), end: parseMonth("2026-01") };

  test("rejects no record", () => {
    expect(
      [...built.tables.values()].flatMap(({ files }) => files.map(({ file, accepted, rejected }) => [file, accepted, rejected])),
    ).toEqual([
      ["exports/orders.csv", 3, 0],
      ["exports/tickets.csv", 2, 0],
    ]);
  });

  test("has figures of sales without products, and of requests without departments", () => {
    const [hours] = evaluate(cubes(), metricOf("resolution-time"), { periods: [january] });
    expect([hours?.value, hours?.n]).toEqual([2, 1]);
    expect(built.manifest.facts.map(({ id }) => id)).toContain("sales");
    expect(isAvailable(cubes(), metricOf("new-product-share"))).toBe(false);
  });

  test("has no attainment of promises that neither a rule nor an export makes, and says what is missing", () => {
    const attainment = metricOf("sla-attainment");
    expect(isAvailable(cubes(), attainment)).toBe(false);
    const wanted = unknownTo(cubes(), attainment).map(({ table, column }) => `${table}.${column}`);
    expect(new Set(wanted)).toEqual(new Set(["sla.time_limit", "service_requests.department", "service_requests.request_type"]));
  });

  test("offers the dimensions that any record states, and no others", () => {
    expect(metricOf("new-product-share").dimensions).toEqual(["region"]);
    expect(metricOf("resolution-time").dimensions).toEqual([]);
    expect(built.manifest.facts.find(({ id }) => id === "sales")?.dimensions).toEqual(["region"]);
  });

  test("names members that nobody listed as exports do, and last the one of records that say none", () => {
    expect(built.manifest.dimensions.filter(({ id }) => id === "region")).toEqual([
      {
        id: "region",
        label: { zh: "区域", en: "Region" },
        members: [
          { id: "north", label: { zh: "north", en: "north" } },
          { id: "南方 1", label: { zh: "南方 1", en: "南方 1" } },
          { id: "not_stated", label: { zh: "未注明", en: "Not stated" } },
        ],
      },
    ]);
  });

  test("says of a metric what it waits for", () => {
    const sales = built.manifest.facts.find(({ id }) => id === "sales");
    expect(sales?.unknown.map(({ table, column }) => `${table}.${column}`)).toEqual(["products.launched_on", "orders.product_id"]);
    const customers = built.manifest.facts.find(({ id }) => id === "active_customers");
    expect(customers?.unknown.map(({ table, column }) => `${table}.${column}`)).toEqual(["orders.customer_id"]);
  });
});
