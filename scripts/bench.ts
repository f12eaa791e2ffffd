import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Bench } from "./bench/bench.ts";
import { measureReaders, type ReaderSpeed } from "./bench/browser/readers.ts";
import { measureCompanies } from "./bench/chance/measure-companies.ts";
import { stillText } from "./bench/chance/still-text.ts";
import { chanceText, measureChance } from "./bench/chance.ts";
import { measureDataBuild } from "./bench/data-build.ts";
import { benchText } from "./bench/report.ts";
import { measureServiceBuilds } from "./bench/service-builds.ts";
import { measureSiteBuild } from "./bench/site-build.ts";
import { measureWorkbookReads } from "./bench/workbook-reads.ts";
import { madeSample } from "./sample/made-sample.ts";
import { ROOT, readSettings } from "./tools/settings.ts";

const { values } = parseArgs({
  options: {
    /** Size of the large sample. */
    orders: { type: "string", default: "1000000" },
    /** How many service requests there are facts and cubes made of, on the working calendar. */
    requests: { type: "string", default: "1000000" },
    /** How many rows the workbook has that is read. */
    rows: { type: "string", default: "200000" },
    /** A data folder in the place of the large sample. */
    data: { type: "string" },
    "skip-large": { type: "boolean", default: false },
    /** Sizes of the samples whose pages are opened in a browser, by comma; empty for none. */
    readers: { type: "string", default: "1000000,10000000" },
    /** Measures the page of Mosaic vgplot as well; installs it first. */
    peers: { type: "boolean", default: false },
    /** How many series in which nothing happens are judged, of each kind; 30 make a page. */
    series: { type: "string", default: "60000" },
    /** How many whole companies in which nothing happens are judged; a second or two each. */
    companies: { type: "string", default: "200" },
    /** Where the figures are written as JSON as well. */
    json: { type: "string" },
  },
});

const orders = Number(values.orders);
if (!Number.isInteger(orders) || orders < 100)
  throw new Error(`not a number of orders: ${values.orders}; expected a whole number from 100`);

const installed = (name: string): string => JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")).version;

const data = [await measureDataBuild("data/", readSettings().dataDir)];
if (values.data) data.push(await measureDataBuild(values.data, values.data));
else if (!values["skip-large"]) data.push(await measureDataBuild(`${orders.toLocaleString("en")} orders`, await madeSample(orders)));

const service = values["skip-large"] ? [] : [await measureServiceBuilds(Number(values.requests))];

const sizes = values["skip-large"] ? [] : values.readers.split(",").filter(Boolean).map(Number);
const readers: ReaderSpeed[] = [];
for (const size of sizes) readers.push(await measureReaders(size, { hasPeers: values.peers }));

const bench: Bench = {
  machine: {
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 1e9),
    node: process.versions.node,
    duckdb_wasm: installed("@duckdb/duckdb-wasm"),
    duckdb_native: installed("@duckdb/node-api"),
  },
  data,
  service,
  workbooks: await measureWorkbookReads(Number(values.rows)),
  site: await measureSiteBuild(),
  readers,
};

const chance = measureChance(Number(values.series), 2000);
const companies = await measureCompanies(Number(values.companies));

const figures = { ...bench, chance, companies };
console.log(`\n${[benchText(bench), chanceText(chance), stillText(companies), JSON.stringify(figures)].join("\n\n")}`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
