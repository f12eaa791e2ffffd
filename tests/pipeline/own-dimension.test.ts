import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkEveryMetric, computeCubes } from "../../scripts/pipeline.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { parsePeriod } from "../../src/core/periods.ts";
import { evaluate } from "../../src/cube/evaluate.ts";
import { factsOf } from "../../src/cube/metric.ts";
import { type Change, companyFolder } from "./company.ts";
import { openBuilt } from "./sample.ts";

type Built = Awaited<ReturnType<typeof computeCubes>>;

const ORDERS = [
  "order_id,ordered_on,customer_id,product_id,region,segment,amount_cny,cost_cny,项目类型",
  "O-1,2026-01-10,C-1,P-1,east,smb,100,60,改造",
  "O-2,2026-01-11,C-1,P-2,east,smb,50,20,新建",
  "O-3,2026-02-20,C-2,P-1,west,smb,80,40,改造",
  "O-4,2026-03-11,C-1,P-1,east,smb,70,40,",
];

/** A company whose orders say of what kind of project they are; no other table of it does. */
function companyOf({ files = {}, ...change }: Change = {}): Promise<Built> {
  const folder = companyFolder({ ...change, files: { "exports/orders": ORDERS, ...files } });
  const [path, mapped] = [join(folder, "sources.yaml"), "files: exports/orders.csv\n    columns: { own: 项目类型 }"];
  writeFileSync(path, readFileSync(path, "utf8").replace("files: exports/orders.csv", mapped));
  return computeCubes(folder, silentProgress);
}

const metricOf = (built: Built, id: string) => built.metrics.find((each) => each.id === id) ?? expect.fail(`unknown metric: ${id}`);
const ownOf = ({ manifest }: Built) => manifest.dimensions.find(({ id }) => id === "own");
const valuesOf = (built: Built, id: string, members: readonly string[]) =>
  members.map((member) => {
    const [figure] = evaluate(openBuilt(built), metricOf(built, id), { periods: [parsePeriod("2026Q1")], filters: { own: [member] } });
    return figure?.value;
  });

describe("a company that declares a dimension of its own", () => {
  let built: Built;
  beforeAll(async () => {
    built = await companyOf({ site: { own_dimension: { zh: "项目类型", en: "Project kind" } } });
  });
  afterAll(() => built.engine.close());

  test("has it under its own name, with the members that occur", () => {
    expect(ownOf(built)).toEqual({
      id: "own",
      label: { zh: "项目类型", en: "Project kind" },
      members: [
        { id: "改造", label: { zh: "改造", en: "改造" } },
        { id: "新建", label: { zh: "新建", en: "新建" } },
        { id: "not_stated", label: { zh: "未注明", en: "Not stated" } },
      ],
    });
  });

  test("breaks down by it every metric whose facts all state it, and no other", () => {
    const stating = built.manifest.facts.filter(({ dimensions }) => dimensions.includes("own")).map(({ id }) => id);
    expect(stating).toEqual(expect.arrayContaining(["order_lines", "sales"]));
    const filled = new Set(built.manifest.facts.filter(({ rows }) => rows > 0).map(({ id }) => id));
    for (const metric of built.metrics) {
      const facts = factsOf(metric).filter((id) => filled.has(id));
      expect([metric.id, metric.dimensions.includes("own")]).toEqual([
        metric.id,
        facts.length > 0 && facts.every((id) => stating.includes(id)),
      ]);
    }
    expect(metricOf(built, "time-to-approval").dimensions).not.toContain("own");
  });

  test("counts by it what is there, to the last order", () => {
    expect(valuesOf(built, "revenue", ["改造", "新建", "not_stated"])).toEqual([180, 50, 70]);
    expect(valuesOf(built, "orders-placed", ["改造", "新建", "not_stated"])).toEqual([2, 1, 1]);
  });

  test("has every metric the same in double entry", async () => {
    await expect(checkEveryMetric(built.engine, built, built.site, silentProgress)).resolves.toBeUndefined();
  });

  test("has no figure of small groups by it", () => {
    expect(built.manifest.facts.filter(({ pooling, dimensions }) => pooling && dimensions.includes("own"))).toEqual([]);
  });
});

test("members that members.csv names are those that there are, and the dimension has a name without one in site.yaml", async () => {
  const named = ["dimension,member,zh,en", "region,east,华东,East", "region,west,西部,West", "segment,smb,中小,Small"];
  const members = [...named, "product_line,sensors,传感器,Sensors", "own,改造,改造项目,Retrofit", "own,新建,新建项目,New build"];
  const built = await companyOf({ files: { "reference/members": members } });
  expect(ownOf(built)).toEqual({
    id: "own",
    label: { zh: "自定义维度", en: "Own dimension" },
    members: [
      { id: "改造", label: { zh: "改造项目", en: "Retrofit" } },
      { id: "新建", label: { zh: "新建项目", en: "New build" } },
      { id: "not_stated", label: { zh: "未注明", en: "Not stated" } },
    ],
  });
  await built.engine.close();
});

test("a company without one has no cube by it", async () => {
  const built = await computeCubes(companyFolder(), silentProgress);
  expect([ownOf(built), built.manifest.facts.filter(({ rows, dimensions }) => rows > 0 && dimensions.includes("own"))]).toEqual([
    undefined,
    [],
  ]);
  await built.engine.close();
});
