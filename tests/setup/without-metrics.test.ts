import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyCheckout } from "../../scripts/tools/elsewhere.ts";
import { readSettings } from "../../scripts/tools/settings.ts";
import { runIn } from "./checkout.ts";

const LIMIT_MS = 300_000;

/** The text of every file below a folder of the checkout. */
const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));

/** Metrics that the code of pages names. */
const METRICS = readdirSync("src/metrics").map((file) => file.replace(/\.ts$/, ""));
const CODE = ["src/site", "src/components", "src/pages", "src/topics"].flatMap(textsIn).join("\n");
const NAMED = METRICS.filter((id) => new RegExp(`["'\`@ ]${id}["'\`@ ]`).test(CODE));

let checkout: string;

/** Takes what the sample says of some metrics out of a table that is kept by hand. */
function forget(file: string, ids: readonly string[]): void {
  const [head = "", ...rows] = readFileSync(file, "utf8").split("\n");
  const isOf = (row: string) => ids.some((id) => row.split(",").includes(id));
  const isOwn = head.split(",").includes("metric");
  const others = (cell: string) => cell.split(" ").filter((word) => !ids.includes(word));
  const without = (row: string) =>
    row
      .split(",")
      .map((cell) => others(cell).join(" "))
      .join(",");
  writeFileSync(file, [head, ...(isOwn ? rows.filter((row) => !isOf(row)) : rows.map(without))].join("\n"));
}

beforeAll(() => {
  checkout = copyCheckout();
  // without the lock of the build that these tests run in
  cpSync(readSettings().dataDir, join(checkout, "data"), {
    recursive: true,
    filter: (file) => !["snapshots", ".tandem"].includes(basename(file)),
  });
  for (const id of NAMED) rmSync(join(checkout, `src/metrics/${id}.ts`));
  for (const name of readdirSync(join(checkout, "data/reference"))) forget(join(checkout, "data/reference", name), NAMED);
});

afterAll(() => rmSync(checkout, { recursive: true }));

test("a site builds whatever metrics are removed, each with its file alone, and shows nothing of them", { timeout: LIMIT_MS }, async () => {
  expect(NAMED.length).toBeGreaterThan(20);
  const { code, said } = await runIn(checkout, [process.execPath, "scripts/build.ts"], {});
  expect(code, said).toBe(0);
  const pages = textsIn(join(checkout, "dist")).filter((text) => /^<!doctype html>/i.test(text));
  expect(pages.length).toBeGreaterThan(100);
  for (const id of NAMED) expect(existsSync(join(checkout, `dist/metrics/${id}/index.html`)), id).toBe(false);
  const links = pages.flatMap((page) => [...page.matchAll(/href="\/(?:en\/)?metrics\/([\w-]+)\//g)].map(([, id]) => id ?? ""));
  expect(NAMED.filter((id) => links.includes(id))).toEqual([]);
});
