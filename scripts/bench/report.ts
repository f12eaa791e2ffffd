import { aimsOf } from "./aims.ts";
import type { Bench } from "./bench.ts";
import type { PageSpeed } from "./browser/measure-page.ts";
import type { ReaderSpeed } from "./browser/readers.ts";
import type { CubeSize } from "./cube-sizes.ts";
import type { BuildTime, DataBuild } from "./data-build.ts";
import { factsAndCubes, type ServiceBuilds } from "./service-builds.ts";
import type { SiteBuild } from "./site-build.ts";
import type { WorkbookReads } from "./workbook-reads.ts";

type Row = readonly string[];

/** Rows in columns that line up: the first to the left, the others to the right. */
function textTable(rows: readonly Row[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0));
  return rows.map((row) => row.map(pad).join("  ")).join("\n");
}

const kB = (bytes: number) => (bytes / 1000).toFixed(1);

const PHASES: readonly (readonly [string, readonly string[]])[] = [
  ["read and load, s", ["read", "load"]],
  ["facts, s", ["fact"]],
  ["cubes, s", ["cube"]],
  ["double entry, s", ["double"]],
];

const WHOLE: readonly (readonly [string, (build: BuildTime) => number])[] = [
  ["exports to cubes, s", ({ seconds }) => seconds],
  ...PHASES.map(
    ([label, phases]) =>
      [`  ${label}`, ({ phases: spent }: BuildTime) => phases.reduce((sum, phase) => sum + (spent[phase] ?? 0), 0)] as const,
  ),
  ["processor, s", ({ cpu_seconds }) => cpu_seconds],
  ["peak memory, MB", ({ peak_mb }) => peak_mb],
];

function dataTable({ name, records, tandem, native, cubes }: DataBuild): string {
  const rows = WHOLE.map(([label, of]) => {
    const digits = label.includes("MB") ? 0 : 1;
    return [label, of(tandem).toFixed(digits), of(native).toFixed(digits), (of(tandem) / of(native)).toFixed(1)];
  });
  const head = [`${name}, ${records.toLocaleString("en")} records`, "Tandem", "native DuckDB", "ratio"];
  return `${textTable([head, ...rows])}\n\n${cubeTable(cubes)}`;
}

/** What native DuckDB takes beside its statements is no measure: it gives values of JavaScript. */
function serviceTable({ requests, tandem, native }: ServiceBuilds): string {
  const own = (phase: string) => (tandem.phases[phase] ?? 0).toFixed(1);
  const seconds = [tandem.sql_seconds, native.sql_seconds, tandem.sql_seconds / native.sql_seconds];
  return textTable([
    [`${requests.toLocaleString("en")} service requests`, "Tandem", "native DuckDB", "ratio"],
    ["staging to cubes, s", factsAndCubes(tandem).toFixed(1), "", ""],
    ["  facts, s", own("fact"), "", ""],
    ["  cubes, s", own("cube"), "", ""],
    ["statements alone, s", ...seconds.map((value) => value.toFixed(1))],
  ]);
}

function workbookTable({ rows, plain, filled }: WorkbookReads): string {
  const both = [plain, filled];
  return textTable([
    [`a workbook of ${rows.toLocaleString("en")} rows × 12 cells`, "plain", "fill_merged"],
    ["read, s", ...both.map(({ seconds }) => seconds.toFixed(1))],
    ["peak memory, MB", ...both.map(({ peak_mb }) => String(peak_mb))],
  ]);
}

/** The largest file of cells, the largest of counts, and all together. */
function cubeTable(cubes: readonly CubeSize[]): string {
  const largest = [false, true].flatMap((isCounts) => cubes.find((cube) => cube.isCounts === isCounts) ?? []);
  const all = { file: `all ${cubes.length}`, raw: sum(cubes, "raw"), gzip: sum(cubes, "gzip") };
  const rows = [...largest, all].map(({ file, raw, gzip }) => [file, kB(raw), kB(gzip)]);
  return textTable([["cubes: largest cells, largest counts", "kB", "gzip kB"], ...rows]);
}

const sum = (sizes: readonly { raw: number; gzip: number }[], key: "raw" | "gzip") => sizes.reduce((total, size) => total + size[key], 0);

function siteTable({ seconds, cpu_seconds, peak_mb, pages }: SiteBuild): string {
  const [heaviest, median] = [pages[0], pages[Math.floor(pages.length / 2)]];
  const rows = [
    ["seconds", seconds.toFixed(1)],
    ["processor, s", cpu_seconds.toFixed(1)],
    ["peak memory, MB", String(peak_mb)],
    [`heaviest page with all it loads, gzip kB: ${heaviest?.page}`, kB(heaviest?.gzip ?? 0)],
    ["  raw kB", kB(heaviest?.raw ?? 0)],
    ["median page, gzip kB", kB(median?.gzip ?? 0)],
    ["  raw kB", kB(median?.raw ?? 0)],
  ];
  return textTable([[`site, ${pages.length} pages`, ""], ...rows]);
}

const IN_A_BROWSER: readonly (readonly [string, (page: PageSpeed) => string])[] = [
  ["filter to redrawn, median ms", ({ changes }) => changes.median.toFixed(1)],
  ["  p95", ({ changes }) => changes.p95.toFixed(1)],
  ["  processor 4 × slower, median", ({ changesSlowed }) => changesSlowed.median.toFixed(1)],
  ["  p95", ({ changesSlowed }) => changesSlowed.p95.toFixed(1)],
  ["first view, kB", ({ firstView }) => kB(firstView)],
  ["first filter, kB more", ({ firstFilter }) => kB(firstFilter)],
  ["first chart, ms", ({ firstChart }) => firstChart.toFixed(0)],
  ["  at 10 Mbit/s and 40 ms", ({ firstChartSlowLine }) => firstChartSlowLine.toFixed(0)],
];

function readerTable({ orders, pages }: ReaderSpeed): string {
  const head = [`in a browser, ${orders.toLocaleString("en")} orders`, ...pages.map(({ name }) => name)];
  return textTable([head, ...IN_A_BROWSER.map(([label, of]) => [label, ...pages.map(of)])]);
}

function aimTable(bench: Bench): string {
  const rows = aimsOf(bench).map(({ aim, limit, measured }) => [
    aim,
    `≤ ${limit}`,
    measured.toFixed(1),
    measured <= limit ? "met" : "missed",
  ]);
  return textTable([["aim", "limit", "measured", ""], ...rows]);
}

/** The figures as a person reads them. */
export function benchText(bench: Bench): string {
  const { machine, data, service, workbooks, site, readers } = bench;
  const { processor, cores, memory_gb, node, duckdb_wasm, duckdb_native } = machine;
  const on = `${processor}, ${cores} cores, ${memory_gb} GB; Node ${node}, duckdb-wasm ${duckdb_wasm}, node-api ${duckdb_native}`;
  const builds = [...data.map(dataTable), ...service.map(serviceTable), workbookTable(workbooks), siteTable(site)];
  return [on, ...builds, ...readers.map(readerTable), aimTable(bench)].join("\n\n");
}
