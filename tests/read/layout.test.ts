import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { layoutOfCsv } from "../../scripts/read/csv.ts";
import { ENCODINGS } from "../../scripts/read/decode.ts";
import { findHeader, type HeaderSettings } from "../../scripts/read/header-row.ts";

const path = join(mkdtempSync(join(tmpdir(), "tandem-layout-")), "t.csv");

function layoutFor(content: string | Uint8Array, settings: HeaderSettings = {}) {
  writeFileSync(path, content);
  return layoutOfCsv(path, { encoding: "auto", delimiter: "auto", ...settings });
}

const headerFor = async (...given: Parameters<typeof layoutFor>) => (await layoutFor(...given))?.header;

describe("layoutOfCsv(file) finds the encoding", () => {
  const chinese = fc.string({ unit: fc.constantFrom(..."订单编号金额区域华东华南已审核作废备注"), minLength: 4, maxLength: 30 });

  test.each(ENCODINGS.filter((each) => each !== "windows-1252"))("of any Chinese text in %s", async (encoding) => {
    await fc.assert(
      fc.asyncProperty(fc.array(chinese, { minLength: 5, maxLength: 20 }), async (lines) => {
        const layout = await layoutFor(encode(`id,note\n${lines.map((line, id) => `${id},${line}`).join("\n")}\n`, encoding));
        expect(layout?.encoding).toBe(encoding === "gbk" ? "gb18030" : encoding);
      }),
      { numRuns: 30 },
    );
  });

  test("of texts of Western Europe that are not UTF-8, whether or not they could be Chinese", async () => {
    const lines = ["Kunde;Süd;Müller & Söhne", "Café;Größe;Ä-Nord", "Menü;Öl;naïve", "“quoted” – text;x;y", "RED £10 NOTE;x;y"];
    for (const text of [...lines, lines.join("\n")])
      expect((await layoutFor(encode(`a;b;c\n${text}\n`, "windows-1252")))?.encoding).toBe("windows-1252");
  });

  test("of Chinese among letters, rare characters and single words of it", async () => {
    for (const text of ["A类,B类,X型号", "镕,旼,堃", "朱镕基,李旼,王堃", "5台,3kg装,A区"])
      expect((await layoutFor(encode(`a,b,c\n${text}\n`, "gb18030")))?.encoding).toBe("gb18030");
  });

  test("by the byte order mark, whatever else there is", async () => {
    expect((await layoutFor(encode("编号\n", "utf-16le", { addBOM: true })))?.encoding).toBe("utf-16le");
  });

  test("of plain ASCII as UTF-8", async () => {
    expect((await layoutFor("a,b\n1,2\n"))?.encoding).toBe("utf-8");
  });

  test("where a few lines are of another", async () => {
    const lines = (count: number, encoding: string) => encode("1,华东大区\n".repeat(count), encoding);
    expect((await layoutFor(Buffer.concat([lines(20, "utf-8"), lines(3, "gbk")])))?.encoding).toBe("utf-8");
    expect((await layoutFor(Buffer.concat([lines(3, "utf-8"), lines(20, "gbk")])))?.encoding).toBe("gb18030");
  });

  test("that shows only far below the start", async () => {
    const layout = await layoutFor(Buffer.concat([Buffer.from(`a,b\n${"1,x\n".repeat(400_000)}`), encode("2,华东\n", "gbk")]));
    expect(layout?.encoding).toBe("gb18030");
  });
});

describe("layoutOfCsv(file) finds the delimiter", () => {
  test.each([",", ";", "\t", "|"])("%j, though others stand in the cells", async (delimiter) => {
    const rows = [
      ["id", "note", "day"],
      ["1", '"a,b;c|d\te"', "2026-01-02"],
      ["2", "x", "2026-01-03"],
    ];
    expect((await layoutFor(rows.map((row) => row.join(delimiter)).join("\n")))?.delimiter).toBe(delimiter);
  });

  test("that the line sep= names, which is no header", async () => {
    const layout = await layoutFor('sep=;\r\n"id";"a,b,c"\r\n1;2\r\n');
    expect(layout).toMatchObject({ delimiter: ";", header: { names: ["id", "a,b,c"], line: 2 } });
  });

  test("below rows of a title", async () => {
    const layout = await layoutFor("订单明细;\n导出人：王，李，张\nid;day;amount\n1;2026-01-02;5,5\n2;2026-01-02;6,5\n", { header_row: 3 });
    expect(layout?.delimiter).toBe(";");
  });
});

describe("layoutOfCsv(file) finds the header", () => {
  test("in the first row that says anything", async () => {
    expect(await headerFor("\n,,\nid,day\n1,2\n")).toEqual({ titles: [",,"], names: ["id", "day"], width: 2, line: 3, rows: 1 });
  });

  test("in the row that is named, and counts the lines above it", async () => {
    expect(await headerFor('订单,\n"导出人\n王",\nid,day\n1,2\n', { header_row: 4 })).toMatchObject({ names: ["id", "day"], line: 4 });
  });

  test("in the row that is named, whatever stands above it", async () => {
    expect(await headerFor('"未完的引号, 订单\n5" 屏,"x"y\nid,day\n1,2\n', { header_row: 3 })).toMatchObject({
      names: ["id", "day"],
      line: 3,
    });
  });

  test("in the first row that has a cell", async () => {
    expect(await headerFor("订单,\n导出人,王\n 单号 ,日期\n1,2\n", { skip_until: "单号" })).toMatchObject({
      names: ["单号", "日期"],
      line: 3,
    });
  });

  test("in two rows, of which the upper one names groups", async () => {
    const header = await headerFor("日期,客户,,金额,\n,编号,名称,含税,不含税\n1,2,3,4,5\n", { header_row: [1, 2] });
    expect(header).toMatchObject({ names: ["日期", "客户 编号", "客户 名称", "金额 含税", "金额 不含税"], rows: 2 });
  });

  test("in two rows, as wide as the wider one: of a workbook, the upper may end before its last group does", () => {
    const rows = [
      { line: 3, cells: ["工单", "", "处理"] },
      { line: 4, cells: ["编号", "类型", "部门", "人"] },
    ];
    expect(findHeader(rows.values(), { header_row: [3, 4] }, "工单.xlsx")).toMatchObject({
      names: ["工单 编号", "工单 类型", "处理 部门", "处理 人"],
      width: 4,
    });
  });

  test("without the blank cells at its end, unless they are ignored on purpose", async () => {
    expect(await headerFor("id,day,,\n1,2,,\n")).toMatchObject({ names: ["id", "day"], width: 4 });
    expect(await headerFor("id,day,,\n1,2,,\n", { ignore: [""] })).toMatchObject({ names: ["id", "day", "", ""], width: 4 });
  });

  test("with a line break in a name as a blank", async () => {
    expect(await headerFor('"单据\n编号",day\n')).toMatchObject({ names: ["单据 编号", "day"] });
  });

  test.each<[string, HeaderSettings, string]>([
    [
      "a cell that no row has",
      { skip_until: "单号" },
      "expected a row that has the cell 单号, found none among 2 rows, the first of them: id, day",
    ],
    ["a row beyond the last", { header_row: 9 }, "expected a header in row 9, found no such row"],
  ])("or says that there is none: %s", async (_, settings, message) => {
    await expect(layoutFor("id,day\n1,2\n", settings)).rejects.toThrow(message);
  });
});
