import { createHash } from "node:crypto";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDoubleEntry } from "../../scripts/cubes/double-entry.ts";
import { buildData } from "../../scripts/data.ts";
import { type Built, computeCubes, openComputed } from "../../scripts/pipeline.ts";
import { RECORD } from "../../scripts/protect/record.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { parseMonth, parsePeriod, periodsBetween } from "../../src/core/periods.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { type Cubes, cubeFile } from "../../src/cube/cubes.ts";
import { evaluate, isAvailable } from "../../src/cube/evaluate.ts";
import { factsOf } from "../../src/cube/metric.ts";
import { readDocument } from "../../src/data/documents.ts";
import { manifest } from "../../src/data/manifest.ts";
import { tableOf } from "../cube/tiny.ts";
import { companyFolder } from "./company.ts";
import { openBuilt } from "./sample.ts";

const MONTHS = periodsBetween(parseMonth("2026-01"), parseMonth("2026-04"), "month");
const QUARTERS = [parsePeriod("2026Q1"), parsePeriod("2026Q2")];

const built = (folder: string) => computeCubes(folder, silentProgress);

describe("a small company", () => {
  let company: Built;
  beforeAll(async () => {
    company = await built(companyFolder());
  });
  afterAll(() => company.engine.close());

  const figureOf = (id: string, period: string, filters = {}) => {
    const metric = company.metrics.find((each) => each.id === id);
    if (!metric) throw new Error(`unknown metric: ${id}`);
    return evaluate(openBuilt(company), metric, { periods: [parsePeriod(period)], filters })[0];
  };

  test("has a manifest that keeps its schema, up to the day of site.yaml", () => {
    expect(manifest.parse(company.manifest).asOf).toBe("2026-04-18");
  });

  test.each<[string, string, Record<string, string[]>, number | null, number]>([
    ["time-to-approval", "2026Q1", {}, (5 + 16) / 2, 2],
    ["time-to-approval", "2026Q1", { region: ["west"] }, 16, 1],
    ["approval-rate", "2026Q1", {}, 2 / 3, 3],
    ["open-backlog", "2026-01", {}, 1, 1],
    ["open-backlog", "2026-03", {}, 1, 1],
    ["open-backlog", "2026Q2", {}, 1, 1],
    ["complete-templates", "2026Q1", {}, 0.5, 4],
    ["new-product-share", "2026Q1", {}, 180.4 / 230.6, 3],
    ["process-satisfaction", "2026Q1", {}, (24 + 18 + 29 + 6 + 4 + 18) / 32, 32],
    ["perception-gap", "2026Q1", {}, 1, 12],
    ["process-satisfaction", "2026Q1", { side: ["support"] }, (29 + 6 + 4 + 18) / 20, 20],
    ["process-satisfaction", "2026Q1", { department: ["service"] }, 29 / 7, 7],
    ["survey-response-rate", "2026Q1", { side: ["support"] }, 20 / 21, 21],
    ["rework-cost", "2026Q1", {}, null, 0],
  ])("%s in %s %j is %j, n %i", (id, period, filters, value, n) => {
    const result = figureOf(id, period, filters);
    if (value === null) expect(result).toBeUndefined();
    else {
      expect(result?.value).toBeCloseTo(value, 12);
      expect(result?.n).toBe(n);
    }
  });

  test("hides a department of three and those of its pool, and shows the one that is not in it", () => {
    expect(figureOf("process-satisfaction", "2026Q1", { department: ["legal"] })).toMatchObject({ value: null, n: 0, isHidden: true });
    expect(figureOf("process-satisfaction", "2026Q1", { department: ["hr"] })).toMatchObject({ value: null, n: 0, isHidden: true });
    expect(figureOf("survey-response-rate", "2026Q1", { department: ["finance"] })).toMatchObject({ value: null, n: 0, isHidden: true });
    expect(figureOf("survey-response-rate", "2026Q1", { department: ["service"] })).toMatchObject({ value: 1, isHidden: false });
  });

  test("names the members of dimensions in the order of their tables", () => {
    const region = company.manifest.dimensions.find(({ id }) => id === "region");
    expect(region?.members.map(({ id, label }) => `${id} ${label.zh}`)).toEqual(["west 西部", "east 华东"]);
    expect(company.manifest.dimensions.map(({ id }) => id)).toEqual(company.manifest.dimensions.map(({ id }) => id).toSorted());
  });

  test("has the facts whose exports are there, and says of the others which are missing", () => {
    const absent = Object.fromEntries(company.manifest.absent.map(({ id, missing }) => [id, missing]));
    expect(absent).toMatchObject({
      rework: ["rework"],
      after_sales_cases: ["after_sales"],
      losses_borne: ["losses", "responsibility_ratios"],
    });
    expect([...company.manifest.facts.map(({ id }) => id), ...Object.keys(absent)].sort()).toEqual(
      [...new Set(company.metrics.flatMap(factsOf))].sort(),
    );
  });

  test("passes the double entry of every metric that it has", async () => {
    const cubes = openComputed(company);
    expect(company.metrics.filter((metric) => isAvailable(cubes, metric)).length).toBeGreaterThan(10);
    await expect(checkDoubleEntry(company.engine, cubes, company.metrics, [MONTHS, QUARTERS])).resolves.toBeUndefined();
  });

  test("fails it, with metric, period and both numbers, when one cell of a cube is wrong", async () => {
    const cubes = openComputed(company);
    const tampered: Cubes = {
      ...cubes,
      cells: (fact) =>
        fact === "backlog"
          ? tableOf((cubes.cells(fact).toArray() as Cell[]).map((cell) => ({ ...cell, count: Number(cell["count"]) + 1 })))
          : cubes.cells(fact),
    };
    const check = checkDoubleEntry(company.engine, tampered, company.metrics, [QUARTERS]);
    await expect(check).rejects.toThrow(
      [
        "cube and fact differ in value, n, remark or quantiles:",
        "  open-backlog 2026-01 to 2026-03: cube 2, 2; fact 1, 1",
        "  open-backlog 2026-04 to 2026-06: cube 2, 2; fact 1, 1",
      ].join("\n"),
    );
  });
});

describe("computeCubes", () => {
  test("gives the same bytes for the same input", async () => {
    const runs = [await built(companyFolder()), await built(companyFolder())];
    const [first, second] = runs.map(({ files }) => [...files].map(([file, bytes]) => [file, Buffer.from(bytes).toString("base64")]));
    expect(first).toEqual(second);
    expect(JSON.stringify(runs[0]?.manifest)).toBe(JSON.stringify(runs[1]?.manifest));
    for (const run of runs) await run.engine.close();
  });

  test("builds what it can when a whole table is missing, and says what waits for it", async () => {
    const company = await built(companyFolder({ without: ["exports/survey"] }));
    const cubes = openBuilt(company);
    const waiting = company.manifest.absent.filter(({ missing }) => missing.includes("survey"));
    expect(waiting).toEqual([
      { id: "survey_answers", missing: ["survey"] },
      { id: "survey_respondents", missing: ["survey"] },
      { id: "survey_participation", missing: ["survey"] },
    ]);
    expect(company.reports.missing).toContain("survey");
    expect(company.metrics.filter((metric) => metric.topic === "satisfaction" && isAvailable(cubes, metric))).toEqual([]);
    expect(company.metrics.filter((metric) => metric.topic === "response").every((metric) => isAvailable(cubes, metric))).toBe(true);
    await company.engine.close();
  });

  test("builds facts without rows: nothing reviewed, nothing released, no backlog left", async () => {
    const header =
      "requirement_id,submitted_at,approved_at,rejected_at,department,region,segment,product_line,value_class,has_scenario,has_customer_profile,has_competitor,has_budget";
    const rest = "sales,east,smb,sensors,must,1,1,1,1";
    const requirements = [header, `R-1,2026-01-05 09:00,2026-02-10 09:00,,${rest}`, `R-2,2026-04-17 09:00,,2026-04-17 10:00,${rest}`];
    const company = await built(companyFolder({ files: { "exports/requirements": requirements } }));
    const cubes = openComputed(company);
    await expect(checkDoubleEntry(company.engine, cubes, company.metrics, [MONTHS, QUARTERS])).resolves.toBeUndefined();
    const backlog = company.metrics.find(({ id }) => id === "open-backlog");
    expect(backlog && evaluate(cubes, backlog, { periods: QUARTERS }).map(({ value }) => value)).toEqual([0, 0]);
    await company.engine.close();
  });

  test("leaves out what lies after the day up to which the data reach", async () => {
    const orders = ["order_id,ordered_on,customer_id,product_id,region,segment,amount_cny,cost_cny"];
    const days = ["2026-04-17", "2026-04-18", "2026-04-19", "2026-06-01"].map((day, i) => `O-${i},${day},C-1,P-1,east,smb,10,5`);
    const company = await built(companyFolder({ files: { "exports/orders": [...orders, ...days] } }));
    expect(company.manifest.facts.find(({ id }) => id === "sales")).toMatchObject({ rows: 2, last: parseMonth("2026-04") });
    await company.engine.close();
  });

  test("refuses data without a day", async () => {
    const folder = companyFolder({
      without: ["exports/orders", "exports/requirements", "exports/survey", "exports/survey_invitations", "exports/products"],
    });
    await expect(built(folder)).rejects.toThrow("no export has a record with a date");
  });
});

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

describe("buildData", () => {
  const outDir = mkdtempSync(join(tmpdir(), "tandem-out-"));
  beforeAll(() => buildData({ dataDir: companyFolder(), outDir, progress: silentProgress }));

  test("writes the cubes and what the site reads beside them, and nothing else", () => {
    const { facts, files } = readDocument(outDir, "manifest");
    expect(Object.keys(files)).toEqual(
      facts.flatMap(({ id, counted }) => [cubeFile(id), ...counted.map((column) => cubeFile(id, column))]),
    );
    expect(filesBelow(outDir)).toEqual(
      [
        ...Object.values(files),
        "export-reports.json",
        "manifest.json",
        "matrix-findings.json",
        "reference.json",
        "restatements.json",
        "site-config.json",
      ].sort(),
    );
    expect(readDocument(outDir, "reference").targets).toEqual([{ metric: "time-to-approval", period: "2026", target: 5 }]);
  });

  test("names every cube by the hash of its Arrow bytes, and packs it as every system would", async () => {
    const { files } = readDocument(outDir, "manifest");
    for (const [file, path] of Object.entries(files)) {
      const packed = readFileSync(join(outDir, path));
      const hash = createHash("sha256").update(gunzipSync(packed)).digest("hex").slice(0, 10);
      expect(path).toBe(`cubes/${file.replace(".arrow", `.${hash}.arrow.gz`)}`);
      expect([...packed.subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255]);
    }
    expect(Object.keys(files)).toContain("decisions.days_to_approval.arrow");
  });

  test("leaves nothing of the build before", async () => {
    const before = filesBelow(outDir);
    const orders = ["order_id,ordered_on,customer_id,product_id,region,segment,amount_cny,cost_cny", "O-1,2026-01-10,C-1,P-1,east,smb,7,4"];
    await buildData({ dataDir: companyFolder({ files: { "exports/orders": orders } }), outDir, progress: silentProgress });
    const after = filesBelow(outDir);
    const ofSales = (file: string) => file.startsWith("cubes/sales.");
    expect(after).toHaveLength(before.length);
    expect(after.find(ofSales)).not.toBe(before.find(ofSales));
  });

  test("keeps what it published of the survey in the data folder, and publishes it again byte for byte with an answer more", async () => {
    const survey = readFileSync(join(companyFolder(), "exports/survey.csv"), "utf8").trim().split("\n");
    const [dataDir, later] = [
      companyFolder(),
      companyFolder({ files: { "exports/survey": [...survey, "2026Q1,sales,sales,process_clear,1"] } }),
    ];
    const surveyCubes = () => filesBelow(outDir).filter((file) => file.startsWith("cubes/survey"));
    await buildData({ dataDir, outDir, progress: silentProgress });
    const before = surveyCubes();
    expect(readDocument(outDir, "manifest").survey).toEqual({ heldBack: [], overAnswered: [] });
    cpSync(join(dataDir, "published"), join(later, "published"), { recursive: true });
    await buildData({ dataDir: later, outDir, progress: silentProgress });
    expect(surveyCubes()).toEqual(before);
    expect(readDocument(outDir, "manifest").survey.heldBack).toEqual(["2026Q1"]);
    expect(readFileSync(join(later, RECORD), "utf8")).toBe(readFileSync(join(dataDir, RECORD), "utf8"));
  });

  test("keeps no record of a trial, but shows no more than was published before", async () => {
    const dataDir = companyFolder();
    const trial = () => buildData({ dataDir, outDir, progress: silentProgress, isTrial: true });
    await trial();
    expect(existsSync(join(dataDir, RECORD))).toBe(false);
    await buildData({ dataDir, outDir, progress: silentProgress });
    const before = readFileSync(join(dataDir, RECORD), "utf8");
    appendFileSync(join(dataDir, "exports/survey.csv"), "2026Q1,sales,sales,process_clear,1\n");
    await trial();
    expect(readDocument(outDir, "manifest").survey.heldBack).toEqual(["2026Q1"]);
    expect(readFileSync(join(dataDir, RECORD), "utf8")).toBe(before);
  });

  test("keeps no record of a build that failed", async () => {
    const dataDir = companyFolder({ files: { "reference/targets": ["metric,period,target", "no-such-metric,2026,5"] } });
    await expect(buildData({ dataDir, outDir, progress: silentProgress })).rejects.toThrow("no-such-metric");
    expect(existsSync(join(dataDir, RECORD))).toBe(false);
  });

  test("refuses decisions about metrics that do not exist", async () => {
    const decisions = ["decided_on,metric,department,zh,en", "2026-02-01,time-to-aproval,sales,每周评审,Weekly reviews"];
    const dataDir = companyFolder({ files: { "reference/decisions": decisions } });
    await expect(buildData({ dataDir, outDir, progress: silentProgress })).rejects.toThrow(
      "  reference/decisions.csv:2 metric: expected the id of a metric such as time-to-approval, found time-to-aproval",
    );
  });
});
