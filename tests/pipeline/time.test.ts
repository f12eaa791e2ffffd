import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../scripts/engine/engine.ts";
import { computeCubes } from "../../scripts/pipeline.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { seriesOf } from "../../src/analysis/series.ts";
import { dayOf, isoOf } from "../../src/core/days.ts";
import { periodId } from "../../src/core/periods.ts";
import type { SiteConfig } from "../../src/data/site-config.ts";
import { companyFolder } from "./company.ts";
import { openBuilt } from "./sample.ts";
import { REQUEST_HEADER, request, SUPPORT } from "./service.ts";

type Built = Awaited<ReturnType<typeof computeCubes>>;

const eachDay = (from: string, to: string) => Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, i) => isoOf(dayOf(from) + i));
const later = (iso: string, days: number) => isoOf(dayOf(iso) + days);

const order = (id: string, day: string) => `O-${id},${day},C-1,P-1,east,smb,100,60`;

/** Orders from the middle of January; requests opened up to 1 April, each resolved 17 days later; a survey of a quarter that is running. */
const FILES = {
  ...SUPPORT,
  "exports/orders": [
    "order_id,ordered_on,customer_id,product_id,region,segment,amount_cny,cost_cny",
    ...eachDay("2025-01-15", "2026-04-10").map((day) => order(day, day)),
  ],
  "exports/service_requests": [
    REQUEST_HEADER,
    ...eachDay("2025-02-01", "2026-04-01").map((day) => request(day, `${day} 10:00`, `${later(day, 17)} 15:00`)),
  ],
  "exports/survey": [
    "quarter,side,department,item,score",
    ...["2025Q3", "2025Q4", "2026Q1"].flatMap((quarter) => Array(6).fill(`${quarter},sales,sales,process_clear,4`)),
  ],
  "exports/survey_invitations": ["quarter,side,department,invited", "2025Q3,sales,sales,9", "2025Q4,sales,sales,9", "2026Q1,sales,sales,9"],
};

async function build(files: Record<string, readonly string[]>, site: Partial<SiteConfig>, without: readonly string[] = []): Promise<Built> {
  const folder = companyFolder({ files, site, without });
  const built = await computeCubes(folder, silentProgress);
  rmSync(folder, { recursive: true });
  return built;
}

const countOf = async ({ engine }: Built, table: string) =>
  (await rowsOf<{ n: number }>(engine, `select cast(count(*) as double) as n from ${table}`))[0]?.n;
const rowsIn = (built: Built, fact: string) => countOf(built, `facts.${fact}`);
const stagedIn = (built: Built, table: string) => countOf(built, `staging.${table}`);
const reportOf = ({ reports }: Built, table: string) => reports.exports.find((report) => report.table === table);
const infoOf = ({ manifest }: Built, fact: string) => manifest.facts.find(({ id }) => id === fact);

describe("a company whose fiscal year starts in April and whose requests are resolved after the last was opened", () => {
  let built: Built;
  beforeAll(async () => {
    built = await build(FILES, { as_of: undefined, fiscal_year_starts: 4 });
  });
  afterAll(() => built.engine.close());

  test("is shown up to the latest moment of any column, and every resolution counts", async () => {
    expect(built.manifest).toMatchObject({ asOf: "2026-04-18", until: "2026-04-18" });
    expect(await rowsIn(built, "resolutions")).toBe(reportOf(built, "service_requests")?.content?.accepted);
    expect(reportOf(built, "service_requests")).toMatchObject({ from: "2025-02-01", to: "2026-04-18", content: { ahead: 0 } });
    expect([built.remarks, built.reports.slips]).toEqual([[], []]);
  });

  test("has every accepted answer of the survey in its facts, those of the running quarter in the month of the as-of day", async () => {
    expect(await rowsIn(built, "survey_answers")).toBe(await stagedIn(built, "survey"));
    expect(await rowsIn(built, "survey_participation")).toBe(await stagedIn(built, "survey_invitations"));
    const metric = built.metrics.find(({ id }) => id === "process-satisfaction");
    const points = metric ? seriesOf(openBuilt(built), metric, { grain: "quarter", fiscalStart: 4 }) : [];
    expect(points.map(({ period, n, isComplete }) => [periodId(period, 4), n, isComplete])).toEqual([
      ["2025Q3", 6, true],
      ["2025Q4", 6, true],
      ["2026Q1", 6, false],
    ]);
  });

  test("shows the month in whose middle its orders begin as unfinished", () => {
    expect(infoOf(built, "sales")).toMatchObject({ from: "2025-01-15", until: "2026-04-18" });
    const metric = built.metrics.find(({ id }) => id === "new-product-share");
    const [first, second] = metric ? seriesOf(openBuilt(built), metric, { grain: "month", fiscalStart: 4 }) : [];
    expect([first?.isComplete, second?.isComplete]).toEqual([false, true]);
  });
});

describe("a company with slips of the pen", () => {
  let built: Built;
  beforeAll(async () => {
    const [orders, requests] = [FILES["exports/orders"], FILES["exports/service_requests"]];
    const slipped = [
      ...orders.slice(0, 9),
      order("A", "2026-06-18"),
      ...orders.slice(9),
      order("B", "1926-03-05"),
      order("C", "2016-03-05"),
      order("D", "2026-04-09").replace(",100,60", ",0.33333,0.00004"),
    ];
    const ahead = request("S-A", "2027-03-02 10:00", "2027-03-03 09:00");
    built = await build({ ...FILES, "exports/orders": slipped, "exports/service_requests": [...requests, ahead] }, { as_of: undefined });
  });
  afterAll(() => built.engine.close());

  test("is built from the first month of the others to their latest day, without the slips", async () => {
    expect(built.manifest.asOf).toBe("2026-04-18");
    expect(infoOf(built, "sales")).toMatchObject({ from: "2025-01-15", rows: FILES["exports/orders"].length });
    expect(infoOf(built, "requests")?.rows).toBe(FILES["exports/service_requests"].length - 1);
  });

  test("names them by file, line and column, in the remarks of the build as well", () => {
    const last = FILES["exports/orders"].length + 1;
    expect(built.reports.slips).toEqual([
      { table: "orders", file: "exports/orders.csv", line: last + 1, column: "ordered_on" },
      { table: "orders", file: "exports/orders.csv", line: last + 2, column: "ordered_on" },
      { table: "orders", file: "exports/orders.csv", line: 10, column: "ordered_on" },
      {
        table: "service_requests",
        file: "exports/service_requests.csv",
        line: FILES["exports/service_requests"].length + 1,
        column: "opened_at, resolved_at",
      },
    ]);
    const near = "expected a day near 2025-01-15 to 2026-04-18, between which all others lie";
    expect(built.remarks[0]?.split("\n")).toEqual([
      "有离其他记录很远的日期，或是笔误，不改变数据的起止 · days far from all others, perhaps slips of the pen, which do not move where the data begin and end: 4",
      `  exports/orders.csv:${last + 1} ordered_on: ${near}, found 1926-03-05`,
      `  exports/orders.csv:${last + 2} ordered_on: ${near}, found 2016-03-05`,
      `  exports/orders.csv:10 ordered_on: ${near}, found 2026-06-18`,
      `  exports/service_requests.csv:${FILES["exports/service_requests"].length + 1} opened_at, resolved_at: ${near}, found 2027-03-02, 2027-03-03`,
    ]);
  });

  test("counts the records that reach beyond the as-of day, file by file", () => {
    expect(built.remarks.slice(1, 4)).toEqual([
      "records with a day after 2026-04-18, the as-of day; what lies beyond it counts nowhere: 2",
      "  exports/orders.csv: 1",
      "  exports/service_requests.csv: 1",
    ]);
    expect(reportOf(built, "orders")).toMatchObject({ from: "2025-01-15", to: "2026-04-10", content: { ahead: 1 } });
  });

  test("counts the amounts that are rounded, file by file", () => {
    expect(built.remarks.slice(4)).toEqual(["amounts of more than four decimals, which are rounded to four: 2", "  exports/orders.csv: 2"]);
  });
});

test("a company with two requests that reach into a year without a notice is shown which they are", async () => {
  const opened = eachDay("2046-10-01", "2046-12-24").map((day) => request(day, `${day} 10:00`, `${day} 15:00`));
  const late = ["A", "B"].map((id, i) => request(id, "2046-12-24 11:00", `2047-01-0${i + 3} 15:00`));
  const files = { ...SUPPORT, "exports/service_requests": [REQUEST_HEADER, ...opened, ...late] };
  const without = ["orders", "requirements", "survey", "survey_invitations"].map((table) => `exports/${table}`);
  const { engine, manifest, remarks } = await build(files, { as_of: undefined }, without);
  await engine.close();
  expect([manifest.asOf, manifest.provisionalYears]).toEqual(["2047-01-04", ["2046", "2047"]]);
  expect(remarks.slice(-3)).toEqual([
    "  few records reach into it; if they are slips of the pen, say `as_of` in site.yaml: 2",
    `    exports/service_requests.csv:${opened.length + 3} resolved_at: 2047-01-04`,
    `    exports/service_requests.csv:${opened.length + 2} resolved_at: 2047-01-03`,
  ]);
});

test("a company that says its as-of day counts what lies beyond it, and calls none of it a slip", async () => {
  const built = await build(FILES, { as_of: "2026-03-31", fiscal_year_starts: 4 });
  await built.engine.close();
  expect(built.manifest).toMatchObject({ asOf: "2026-03-31", until: "2026-03-31" });
  expect(["orders", "service_requests", "survey"].map((table) => reportOf(built, table)?.content?.ahead)).toEqual([10, 18, undefined]);
  expect(built.remarks[0]).toBe("records with a day after 2026-03-31, the as-of day; what lies beyond it counts nowhere: 28");
  expect(built.reports.slips).toEqual([]);
});
