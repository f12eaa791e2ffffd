import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { writeWorkbook } from "../read/xlsx/written.ts";
import { stageDeals } from "../stage/folder.ts";

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const number = (written: string, style = 0) => `<c s="${style}"><v>${written}</v></c>`;
const row = (...cells: string[]) => `<row>${cells.join("")}</row>`;
const HEADER = row(...["deal_id", "signed_on", "amount_cny", "note"].map(cell));

/** Stages deals from a workbook; gives rows, what became of the records, and why some were refused. */
async function staged(rows: string, source: object = {}, after = "") {
  const path = await writeWorkbook({ rows, after, formats: [14] });
  const deals = (await stageDeals(readFileSync(path), source, "exports/deals.xlsx")).tables.get("deals");
  const [report] = deals?.files ?? [];
  return {
    rows: (deals?.data.toArray() ?? []).map((each: Record<string, unknown>) => [each["deal_id"], each["amount_cny"], each["note"]]),
    counts: [report?.read, report?.accepted, report?.set_aside, report?.rejected],
    reasons: report?.reasons.map(({ column, reason }) => [column, reason.code]),
    format: report?.format,
  };
}

describe("stageAll of a workbook", () => {
  test("reads cells by their types, below rows that are no header", async () => {
    const rows = [
      row(cell("订单明细")),
      row(cell("导出人：王"), cell("2026-07-01")),
      HEADER,
      row(number("123456789012345678"), number("46024", 1), number("1234.50"), cell("a")),
      row(number("123456789012345679"), cell("2026年1月3日"), cell("¥1,234.00")),
      row(cell("合计"), "<c/>", number("2468.50")),
    ];
    const source = { header_row: 3, drop_rows: { deal_id: "合计" }, dates: { signed_on: ["YYYY年M月D日"] } };
    expect(await staged(rows.join(""), source)).toEqual({
      rows: [
        ["123456789012345678", 1234.5, "a"],
        ["123456789012345679", 1234, null],
      ],
      counts: [3, 2, 1, 0],
      reasons: [],
      format: "xlsx",
    });
  });

  test("rejects by name an error, a formula that was never calculated, an identifier that lost digits, a value without a header", async () => {
    const rows = [
      HEADER,
      row(cell("D-1"), number("46024", 1), '<c t="e"><v>#N/A</v></c>'),
      row(cell("D-2"), number("46024", 1), "<c><f>1+1</f></c>"),
      row(number("1.23456789012346E+17"), number("46024", 1), number("5")),
      row(cell("D-4"), number("46024", 1), number("1.23456789012346E+17"), '<c t="e"><v>#REF!</v></c>'),
      row(cell("D-5"), number("46024", 1), number("6"), "<c/>", cell("see above")),
      row(cell("D-6"), number("46024", 1), number("7")),
    ];
    const { rows: taken, reasons } = await staged(rows.join(""));
    expect(taken).toEqual([["D-6", 7, null]]);
    expect(reasons?.map(String).sort()).toEqual([
      ",fields",
      "amount_cny,calculated",
      "amount_cny,no-error",
      "deal_id,identifier",
      "note,no-error",
    ]);
  });

  test("gives every cell of a merged range its value where sources.yaml says so", async () => {
    const rows = [HEADER, row(cell("D-1"), number("46024", 1), number("5"), cell("x")), row(cell("D-2"), "<c/>", number("6"))].join("");
    const merged = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>';
    expect((await staged(rows, { fill_merged: true }, merged)).rows.map(([id]) => id)).toEqual(["D-1", "D-2"]);
    expect((await staged(rows, {}, merged)).counts).toEqual([2, 1, 0, 1]);
  });

  test("says which sheets there are when none of the name is", async () => {
    await expect(staged(HEADER, { sheet: "订单" })).rejects.toThrow(
      /exports\/deals\.xlsx: 应为 工作表 订单.*\n.*expected the sheet 订单, found the sheets \S+/,
    );
  });

  test("names a file that is no workbook", async () => {
    await expect(stageDeals("deal_id,signed_on\n", {}, "exports/deals.xlsx")).rejects.toThrow(
      /exports\/deals\.xlsx[\s\S]*expected an \.xlsx workbook/,
    );
  });
});
