import { expect, test } from "vitest";
import { remarkOnRejected } from "../../scripts/reports/rejected.ts";
import { DEALS_HEADER, dataFolder, stageFolder } from "../stage/folder.ts";

async function remarks(...lines: string[]): Promise<string[]> {
  const files = { "deals.csv": [DEALS_HEADER, ...lines, ""].join("\n") };
  return remarkOnRejected([...(await stageFolder(dataFolder({ deals: { files: "deals.csv" } }, files))).tables.values()]);
}

test("remarkOnRejected() says of each table how many records are rejected, why most of them are, and the line to write", async () => {
  const said = await remarks("D-1,2026-01-02,,10,", "D-2,02/31/26,,10,", "D-3,2026-01-02,,ten,", "D-4,02/28/26,,1,", "D-5,02/27/26,,1,");
  expect(said.slice(0, 2)).toEqual([
    "未采用的记录：4 条 · records rejected: 4",
    "  deals: 4 / 5 条，见 .tandem/rejects/deals.csv，主要原因 · 4 of 5, in that file, most of them for this",
  ]);
  expect(said.slice(2).join("\n")).toMatch(
    /deals\.csv:3 signed_on: [\s\S]*3 × [\s\S]*→ 写在 sources\.yaml 的 exports\.deals\.dates 下：signed_on: \["M\/D\/YY"\]/,
  );
});

test("remarkOnRejected() is silent where none is rejected", async () => {
  expect(await remarks("D-1,2026-01-02,,10,")).toEqual([]);
});
