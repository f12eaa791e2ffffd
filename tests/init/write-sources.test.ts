import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addFiles, csv, folderOf, initOf, rows } from "./folder.ts";

const LEADS = csv("线索编号,线索来源,创建日期", ...rows(20, (at) => `L${at},展会,2026-01-${10 + (at % 9)}`));

/** What stands in `sources.yaml` once leads come to a folder of a product list with this text of it. */
async function grown(text: string): Promise<string> {
  const folder = folderOf({ "products.csv": csv("product_id,product", "P1,泵"), "sources.yaml": text, "exports/线索.csv": LEADS });
  return (await initOf(folder)).sources;
}

const leads = (indent: string) =>
  [
    "# 线索 · Leads",
    "leads:",
    "  files: exports/线索.csv",
    "  system: 线索",
    "  columns: { lead_id: 线索编号, source: 线索来源, created_on: 创建日期 }",
  ]
    .map((line) => `${indent}${line}\n`)
    .join("");

test("sourcesText(file, plan) leaves out what the defaults of a file say already", async () => {
  const before = "defaults: { rhythm: monthly, ignore: rest }\nexports:\n  products: { files: products.csv, system: ERP }\n";
  expect(await grown(before)).toBe(`${before}\n${leads("  ")}`);
});

test("sourcesText(file, plan) says what a file has no defaults for", async () => {
  const before = "exports:\n  products: { files: products.csv, system: ERP, rhythm: daily }\n";
  const after = await grown(before);
  expect(after).toMatch(/^ {4}rhythm: monthly$/m);
  expect(after).toMatch(/^ {4}ignore: rest$/m);
});

test("sourcesText(file, plan) adds entries where they belong, with the indent that is there", async () => {
  const below = "# 默认 · what is usual\ndefaults: { rhythm: monthly, ignore: rest }\n";
  const before = "exports:\n    # 产品\n    products:\n        files: products.csv\n        system:   ERP # 我们的\n";
  expect(await grown(before + below)).toBe(`${before}\n${leads("    ")}\n${below}`);
});

test("sourcesText(file, plan) goes on with exports that stand in one line", async () => {
  const after = await grown("exports: { products: { files: products.csv, system: ERP, rhythm: daily } } # 我们的\n");
  expect(after).toContain("products: { files: products.csv, system: ERP, rhythm: daily }");
  expect(after).toContain("  leads:\n");
});

test("sourcesText(file, plan) fills a file that was made before there were exports", async () => {
  const folder = folderOf({});
  const empty = (await initOf(folder)).sources;
  addFiles(folder, { "exports/线索.csv": LEADS });
  expect((await initOf(folder)).sources).toBe(empty.replace("exports: {}\n", `exports:\n${leads("  ")}`));
  const file = join(folder, "sources.yaml");
  writeFileSync(file, `${readFileSync(file, "utf8")}\n# 完 · end\n`);
  addFiles(folder, {
    "exports/products.csv": csv("物料编码,物料名称,产品线,上市日期", ...rows(9, (at) => `P${at},泵${at},泵,2024-01-0${at + 1}`)),
  });
  expect((await initOf(folder)).sources).toMatch(/ {2}products:\n(.*\n)+# 完 · end\n$/);
});
