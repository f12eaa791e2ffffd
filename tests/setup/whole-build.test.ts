import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { BUILT_DATA } from "../../src/data/documents.ts";
import { companyFolder } from "../pipeline/company.ts";
import { writeParquet } from "../stage/parquet.ts";
import { type Ended, filesOf, runIn, smallCheckout } from "./checkout.ts";

const LIMIT_MS = 300_000;

let checkout: string;
let company: string;
let outDir: string;
let kept: string;

const env = () => ({ TANDEM_DATA: company, TANDEM_OUT: outDir });
const build = (...before: string[]): Promise<Ended> => runIn(checkout, [...before, process.execPath, "scripts/build.ts"], env());
/** All that a build leaves. */
const output = () => filesOf([outDir, join(checkout, BUILT_DATA), join(checkout, ".astro/stamps")]);

/** What is left beside the folders that a build replaces. */
const besides = () =>
  [checkout, dirname(outDir), join(checkout, ".astro")]
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => name.includes(".tandem-"));

beforeAll(async () => {
  checkout = smallCheckout();
  company = companyFolder();
  outDir = join(checkout, "sites/ours");
  const { code, said } = await build();
  if (code !== 0) throw new Error(said);
  kept = `${checkout}-kept`;
  for (const part of ["src", "scripts"]) cpSync(join(checkout, part), join(kept, part), { recursive: true });
  cpSync(company, join(kept, "company"), { recursive: true });
});

afterEach(() => {
  outDir = join(checkout, "sites/ours");
  for (const part of ["src", "scripts"]) {
    rmSync(join(checkout, part), { recursive: true });
    cpSync(join(kept, part), join(checkout, part), { recursive: true });
  }
  rmSync(company, { recursive: true });
  cpSync(join(kept, "company"), company, { recursive: true });
});

afterAll(() => {
  for (const folder of [kept, company]) rmSync(folder, { recursive: true });
});

const put = (file: string, content: string | Uint8Array) => writeFileSync(join(company, file), content);

/** Replaces words in a file of the checkout. */
function edit(file: string, words: string, others: string): void {
  const text = readFileSync(join(checkout, file), "utf8");
  if (!text.includes(words)) throw new Error(`${file} does not hold ${words}`);
  writeFileSync(join(checkout, file), text.replace(words, others));
}

const ORDERS = "order_id,ordered_on,customer_id,product_id,region,segment,amount_cny,cost_cny";

/** A Parquet file of orders whose end, which says what it holds, is sound, and whose pages are not. */
function brokenParquet(): Uint8Array {
  const columns = Object.fromEntries(ORDERS.split(",").map((name) => [name, Array.from({ length: 5000 }, (_, i) => `${name} ${i}`)]));
  const bytes = writeParquet(columns, { hasDictionary: false });
  return bytes.fill(0xff, 100, Math.floor(bytes.length / 2));
}

/** How each stage of a build can fail, and what is said. */
const FAILURES: [string, () => void, RegExp][] = [
  [
    "the settings cannot be used",
    () => put("site.yaml", "base: /my board/"),
    /site\.yaml:1 base: expected .* such as \/my-board\/, found \/my board\//,
  ],
  ["site.yaml is not YAML", () => put("site.yaml", "title:\n  zh: [看板"), /site\.yaml:2: [\s\S]*brackets that are closed above it/],
  [
    "sources.yaml is not YAML",
    () => put("sources.yaml", "exports:\n  orders: {"),
    /sources\.yaml:2: [\s\S]*brackets that are closed above it/,
  ],
  ["there is no sources.yaml", () => rmSync(join(company, "sources.yaml")), /a file is missing: .*sources\.yaml/],
  ["a column is missing", () => put("exports/orders.csv", "order_id\nO-1\n"), /exports\/orders\.csv:1 ordered_on: /],
  ["too many records are rejected", () => put("exports/orders.csv", `${ORDERS}\nO-1,on Monday\n`), /orders: .*1 of 1 record rejected/],
  [
    "too many records are rejected in a thread",
    () => put("exports/orders.csv", `${ORDERS}\n${`O-1,${"on Monday ".repeat(1000)}\n`.repeat(2000)}`),
    /orders: .*2,000 of 2,000 records rejected/,
  ],
  [
    "the first export cannot be read while the engine opens",
    () => {
      put("exports/orders.parquet", brokenParquet());
      put("sources.yaml", readFileSync(join(company, "sources.yaml"), "utf8").replace("orders.csv", "orders.parquet"));
    },
    /orders\.parquet cannot be read/,
  ],
  ["the engine does not take a table", () => edit("scripts/engine/duckdb-wasm.ts", "create: true", "create: false"), /does not exist/],
  [
    "a fact cannot be computed",
    () => appendFileSync(join(checkout, "scripts/facts/sales.sql"), "\nwhere no_such_column = 1\n"),
    /no_such_column/,
  ],
  ["a cube cannot be computed", () => edit("scripts/cubes/cube-sql.ts", " group by ", " group "), /Parser Error/],
  ["cube and fact differ", () => edit("scripts/cubes/cube-sql.ts", ", 0) as", ", 0) + 1 as"), /cube and fact differ/],
  [
    "what is to be replaced is no site",
    () => {
      outDir = join(checkout, "sites/another");
      mkdirSync(outDir);
      writeFileSync(join(outDir, "letter.txt"), "");
    },
    /TANDEM_OUT holds something other than a site: .*another \(letter\.txt\)/,
  ],
];

describe("a build", { timeout: LIMIT_MS }, () => {
  test.each(FAILURES)("ends with a failure and leaves all as it was when %s", async (_, breakIt, message) => {
    breakIt();
    const before = output();
    const { code, said } = await build();
    expect(code).toBe(1);
    expect(said).toMatch(message);
    expect(said).not.toMatch(/\n {4}at /);
    expect(output()).toEqual(before);
    expect(besides()).toEqual([]);
  });

  test("ends with a failure and leaves all as it was when a page cannot be built", async () => {
    edit("src/pages/404.astro", "---\n", '---\nthrow new Error("no ink");\n');
    const before = output();
    const { code, said } = await build();
    expect([code, said.trim().split("\n").slice(-2)]).toEqual([1, ["no ink", "(TANDEM_DEBUG=1 shows where this was found)"]]);
    expect(output()).toEqual(before);
  });

  test.each<[string, () => void]>([
    ["cubes", () => appendFileSync(join(company, "exports/orders.csv"), "O-9,2026-04-12,C-1,P-1,east,smb,70,40\n")],
    ["pages", () => appendFileSync(join(checkout, "src/pages/404.astro"), "<p>and more</p>\n")],
  ])("that has no room for its %s ends with a failure and leaves all as it was", async (_, change) => {
    change();
    const before = output();
    const { code, said } = await build("sh", "-c", 'ulimit -f 24; exec "$@"', "sh");
    expect(code).toBe(1);
    expect(said).toMatch(/(EFBIG.*|os error 27\))\n.*larger than this user may write/);
    expect(said).not.toMatch(/\n {4}at /);
    expect(output()).toEqual(before);
  });

  test("puts back the site that a killed one had moved aside, though it fails itself", async () => {
    const before = output();
    renameSync(outDir, join(dirname(outDir), ".ours.tandem-old"));
    put("sources.yaml", "exports: {");
    expect((await build()).code).toBe(1);
    expect([output(), besides()]).toEqual([before, []]);
  });

  test("waits for another, and finds all done", async () => {
    appendFileSync(join(company, "exports/orders.csv"), "O-9,2026-04-12,C-1,P-1,east,smb,70,40\n");
    const ended = await Promise.all([build(), build()]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(ended.filter(({ said }) => /process \d+ on .* has been at work since .*: waiting for it/.test(said))).toHaveLength(1);
    expect(ended.filter(({ said }) => said.includes("data: unchanged") && said.includes("site: unchanged"))).toHaveLength(1);
    // the overview and what else could be seen, in two languages
    expect(Object.keys(output()).filter((file) => file.endsWith("index.html"))).toHaveLength(4);
  });
});
