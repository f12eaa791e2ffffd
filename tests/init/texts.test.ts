import { describe, expect, test } from "vitest";
import { builtText, nextText } from "../../scripts/init/built-text.ts";
import { foundText } from "../../scripts/init/found-text.ts";
import { seenIn } from "../../scripts/init/gains.ts";
import { loadMetrics, loadTables } from "../../scripts/tools/registry.ts";
import type { ExportReport } from "../../src/data/export-reports.ts";
import type { Manifest } from "../../src/data/manifest.ts";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const [tables, metrics] = [await loadTables(), await loadMetrics()];

/** A manifest of nothing but facts that are not there. */
const manifestOf = (absent: Manifest["absent"]) => ({ facts: [], absent }) as unknown as Manifest;

const ABSENT = metrics.map(({ fact }) => ({ id: fact, missing: [fact === "revenue" ? "orders" : "deals"] }));

describe("seenIn(manifest, metrics, tables)", () => {
  test("gives no metric that lacks a fact, and what one export more would add, the most valuable first", () => {
    const { available, gains } = seenIn(manifestOf(ABSENT), metrics, tables);
    expect(available).toEqual([]);
    expect(gains[0]?.table.id).toBe("deals");
    expect(gains[0]?.metrics.length).toBeGreaterThan(1);
  });
});

describe("nextText(result, folder, seen)", () => {
  test("ends with the command", async () => {
    const requests = rows(20, (at) => `T${at},2026-01-0${1 + (at % 9)} 09:00,技术部`);
    const result = await initOf(folderOf({ "工单.csv": csv("工单号,提交时间,受理部门", ...requests) }));
    expect(nextText(result, "/data", { available: [], gains: [] }).split("\n")).toEqual([
      "接下来 · next",
      "  1. 在 site.yaml 写上公司名称、财年和工作时间 · give the company's name, fiscal year and working hours in site.yaml",
      "  2. TANDEM_DATA=/data npm start",
    ]);
    expect(nextText(result, "/data", null)).toContain("TANDEM_DATA=/data npm run data");
    expect(foundText(result)).toContain("reference · 部门 +1: 技术部");
  });

  test("begins with what feeds which table where no file was recognised", async () => {
    const result = await initOf(folderOf({ "菜单.csv": csv("菜名,口味", ...rows(20, (at) => `菜${at},咸`)) }));
    expect(nextText(result, "/data", null)).toContain("1. 在 sources.yaml 写明每个文件供哪张表");
  });
});

test("builtText(exports, seen, given) counts the records of a table over its files", () => {
  const content = { read: 10, accepted: 7, replaced: 1, repeated: 0, merged: 0, set_aside: 1, rejected: 1 };
  const exports = [
    { table: "orders", content },
    { table: "orders", content },
  ] as unknown as ExportReport[];
  expect(builtText(exports, { available: [], gains: [] }, { tables, drafts: [] })).toContain(
    "订单 orders: 读入 read 20, 采用 used 14, replaced 2, set aside 2, 拒绝 rejected 2",
  );
});
