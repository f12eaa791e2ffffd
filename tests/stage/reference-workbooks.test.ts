import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { inSheets } from "../../scripts/reference/in-sheets.ts";
import { checkMetricReferences } from "../../scripts/reference/metric-references.ts";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { escaped, partsOf, relations, sheetXml, workbookXml, writeParts, writeWorkbook } from "../read/xlsx/written.ts";
import { CLOCK, dataFolder, stageFolder } from "./folder.ts";

const row = (...texts: string[]) => `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join("")}</row>`;

/** The bytes of a workbook with one sheet. */
const workbook = async (rows: string, formats: number[] = []) => readFileSync(await writeWorkbook({ rows, formats }));

const DEALS = { "deals.csv": "deal_id,signed_on,region\nD-1,2026-01-02,east\nD-2,2026-01-02,west\n" };
const EXPORTS = { deals: { files: "deals.csv" } };
const REGIONS = row("region", "is_active", "") + row("east", "是") + row("west", "否") + row("", "");

/** Stages deals with regions that are kept by hand in these files; gives the regions and how many deals were taken. */
async function staged(references: Record<string, string | Uint8Array>) {
  const { tables } = await stageFolder(dataFolder(EXPORTS, { ...DEALS, ...references }));
  return [tables.get("sales_regions")?.data.getChild("region")?.toArray(), tables.get("deals")?.rows];
}

describe("a table in reference/", () => {
  test("may be a workbook", async () => {
    expect(await staged({ "reference/sales-regions.xlsx": await workbook(REGIONS) })).toEqual([["east", "west"], 2]);
  });

  test("may be CSV as a Chinese spreadsheet saves it: in GBK, with blank columns and rows at the end", async () => {
    const text = "region,is_active,,\r\neast,是,,\r\nwest,TRUE,,\r\n,,,\r\n";
    expect(await staged({ "reference/sales-regions.csv": iconv.encode(text, "gbk") })).toEqual([["east", "west"], 2]);
  });

  test("is there beside what a spreadsheet makes while it has it open", async () => {
    const open = { "reference/~$sales-regions.xlsx": "x", "reference/.~lock.sales-regions.xlsx": "x" };
    expect(await staged({ "reference/sales-regions.xlsx": await workbook(REGIONS), ...open })).toEqual([["east", "west"], 2]);
  });

  test("may not be there in two forms", async () => {
    const both = { "reference/sales-regions.xlsx": await workbook(REGIONS), "reference/sales-regions.csv": "region,is_active\n" };
    await expect(staged(both)).rejects.toThrow("expected the one that is right, found several files of one table");
  });

  test("is refused by the sheet, the column and the row of its cell", async () => {
    const rows = row("is_active", "region") + row("1", "east") + row("maybe", "west");
    await expect(staged({ "reference/sales-regions.xlsx": await workbook(rows) })).rejects.toThrow(
      /regions\.xlsx Sheet1!A3 is_active: .*\n +expected a flag such as 1 or 0, 是 or 否, found maybe/,
    );
  });

  test("has one sheet that is shown", async () => {
    const sheets = ["一", "二"].map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="r${n + 1}"/>`).join("");
    const path = await writeParts({
      ...partsOf(),
      "xl/workbook.xml": workbookXml(sheets),
      "xl/_rels/workbook.xml.rels": relations("r1 worksheet worksheets/sheet1.xml", "r2 worksheet b.xml"),
      "xl/b.xml": sheetXml(""),
    });
    await expect(staged({ "reference/sales-regions.xlsx": readFileSync(path) })).rejects.toThrow(
      'expected one sheet that is not hidden, or sheet in sources.yaml to say which one counts: a list of several, or "*" for all, found the sheets 一, 二',
    );
  });

  test("that is an old workbook is named as such", async () => {
    await expect(staged({ "reference/sales-regions.xls": new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]) })).rejects.toThrow(
      "one of an old Office (such as .xls)",
    );
  });
});

describe("a table of the company in a workbook", () => {
  const cell = (written: string, style: number) => `<c s="${style}"><v>${written}</v></c>`;
  const text = (written: string) => `<c t="inlineStr"><is><t>${written}</t></is></c>`;
  const targets = (metric: string) =>
    `${row("metric", "period", "target")}<row>${text(metric)}${cell("46082", 1)}${cell("5", 0)}</row>${row(metric, "2026", "4")}`;
  const stage = async (rows: string) => {
    const dataDir = dataFolder({}, { "reference/targets.xlsx": await workbook(rows, [17]) });
    return (await stageAll({ dataDir, clock: CLOCK, progress: silentProgress })).tables;
  };

  test("may have a month as it is typed there, which is its first day", async () => {
    expect((await stage(targets("open-backlog"))).get("targets")?.data.getChild("period")?.toArray()).toEqual(["2026-03", "2026"]);
  });

  test("is checked for what it names, by cells", async () => {
    const tables = await stage(targets("open-backlgo"));
    const check = inSheets(tables.values(), () => checkMetricReferences(tables.values(), [{ id: "open-backlog" }]));
    await expect(check).rejects.toThrow(
      "reference/targets.xlsx Sheet1!A2 metric: expected the id of a metric such as open-backlog, found open-backlgo",
    );
  });
});
