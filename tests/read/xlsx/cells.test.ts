import { describe, expect, test } from "vitest";
import { cellsOf, rowsOf, textsOf, writeWorkbook } from "./written.ts";

const EMPTY = { kind: "empty", text: null };
const fault = (found: string, code: string) => ({ kind: "fault", found, reason: { code } });

/** The cells of a row that is written so. */
const read = (cells: string, more: object = {}) => cellsOf({ rows: `<row r="1">${cells}</row>`, ...more });

describe("readRows() takes a text", () => {
  test("that cells share", async () => {
    const strings = "<si><t>东部</t></si><si><t/></si><si/>";
    const cells = await read('<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>', { strings });
    expect(cells).toEqual([{ kind: "text", text: "东部" }, EMPTY, EMPTY]);
  });

  test("in runs, without how it is pronounced", async () => {
    const strings = '<si><r><rPr><b/></rPr><t>东</t></r><r><t xml:space="preserve"> 部</t></r><rPh sb="0" eb="1"><t>dong</t></rPh></si>';
    expect(await read('<c t="s"><v>0</v></c>', { strings })).toEqual([{ kind: "text", text: "东 部" }]);
  });

  test.each([
    ["of its own", '<c t="inlineStr"><is><t>东部</t></is></c>', "东部"],
    ["of its own in runs", '<c t="inlineStr"><is><r><t>东</t></r><r><t>部</t></r></is></c>', "东部"],
    ["with blanks", '<c t="inlineStr"><is><t xml:space="preserve"> a\n b </t></is></c>', " a\n b "],
    ["that is the result of a formula", '<c t="str"><f>A2&amp;"部"</f><v>东部</v></c>', "东部"],
    ["with a carriage return", '<c t="inlineStr"><is><t>a_x000D_\nb</t></is></c>', "a\r\nb"],
    ["with an underscore that would be an escape", '<c t="str"><v>_x005F_x000D_</v></c>', "_x000D_"],
    ["with entities", '<c t="inlineStr"><is><t>R&amp;D &lt;&#19996;&#x90E8;&gt;</t></is></c>', "R&D <东部>"],
    ["as CDATA", '<c t="inlineStr"><is><t><![CDATA[<东部>]]></t></is></c>', "<东部>"],
    ["of digits, with its zeros", '<c t="inlineStr"><is><t>00123</t></is></c>', "00123"],
  ])("%s", async (_, cell, text) => {
    expect(await read(cell)).toEqual([{ kind: "text", text }]);
  });
});

describe("readRows() takes", () => {
  test("numbers as they are written", async () => {
    const cells = await read('<c><v>123456789012345678</v></c><c t="n"><v> 1.0E-2 </v></c><c><v>1.23456789012346E+17</v></c>');
    expect(cells).toEqual([
      { kind: "number", text: "123456789012345678" },
      { kind: "number", text: "0.01" },
      { kind: "number", text: "123456789012346000", isRounded: true },
    ]);
  });

  test("flags", async () => {
    const cells = await read('<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c><c t="b"><v>2</v></c>');
    expect(cells).toEqual([
      { kind: "flag", text: "TRUE" },
      { kind: "flag", text: "FALSE" },
      { kind: "flag", text: "TRUE" },
      fault("2", "flag"),
    ]);
  });

  test("days and times by the format of the cell", async () => {
    const formats = [14, "yyyy-mm-dd hh:mm", "[h]:mm", 31, "0.00"];
    const cells = [1, 2, 3, 4, 5].map((style) => `<c s="${style}"><v>45901.3125</v></c>`).join("");
    expect(await read(cells, { formats })).toEqual([
      { kind: "date", text: "2025-09-01" },
      { kind: "timestamp", text: "2025-09-01 07:30:00" },
      { kind: "duration", text: "1101631:30:00" },
      { kind: "date", text: "2025-09-01" },
      { kind: "number", text: "45901.3125" },
    ]);
  });

  test("days of the 1904 date system", async () => {
    expect(await read('<c s="1"><v>44439</v></c>', { formats: [14], workbook: 'date1904="1"' })).toEqual([
      { kind: "date", text: "2025-09-01" },
    ]);
  });

  test("days in ISO form", async () => {
    expect(await read('<c t="d"><v>2026-03-05T14:05:00</v></c>')).toEqual([{ kind: "timestamp", text: "2026-03-05 14:05:00" }]);
  });

  test("formulas by their results, and empty results as nothing", async () => {
    const cells = await read('<c><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c><c><f t="shared" si="0"/><v>3</v></c>');
    expect(cells).toEqual([{ kind: "number", text: "2" }, EMPTY, { kind: "number", text: "3" }]);
  });

  test("cells without a value as nothing", async () => {
    expect(await read('<c s="0"/><c t="n"/><c><v/></c><c t="inlineStr"/><c t="inlineStr"><is/></c>')).toEqual([
      EMPTY,
      EMPTY,
      EMPTY,
      EMPTY,
      EMPTY,
    ]);
  });
});

describe("readRows() says why there is no value in", () => {
  test.each([
    ["a formula that was never calculated", "<c><f>SUM(A2:A9)</f></c>", "a formula without a result", "calculated"],
    ["one with an empty value", "<c><f>SUM(A2:A9)</f><v></v></c>", "a formula without a result", "calculated"],
    ["an error", '<c t="e"><v>#N/A</v></c>', "#N/A", "no-error"],
    ["a formula with an error", '<c t="e"><f>A1/0</f><v>#DIV/0!</v></c>', "#DIV/0!", "no-error"],
    ["a number that is none", "<c><v>12万</v></c>", "12万", "number"],
    ["a text that is not shared", '<c t="s"><v>3</v></c>', "text 3 of 1, counted from 0", "shared-text"],
    ["a text without a number", '<c t="s"><v>x</v></c>', "text x of 1, counted from 0", "shared-text"],
    ["a day that is none", '<c s="1"><v>0</v></c>', "day 0", "calendar-day"],
    ["an unknown type", '<c t="z"><v>1</v></c>', "a cell of type z", "cell-type"],
  ])("%s", async (_, cell, found, code) => {
    expect(await read(cell, { strings: "<si><t>a</t></si>", formats: [14] })).toEqual([fault(found, code)]);
  });
});

describe("readRows() puts cells into their places", () => {
  const read = async (rows: string) => {
    const found = await rowsOf(await writeWorkbook({ rows }));
    return found.map(({ line, isHidden }, index) => [line, isHidden, textsOf(found)[index]]);
  };

  test("by their references", async () => {
    expect(
      await read('<row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c></row><row r="7" hidden="1"><c r="A7"><v>3</v></c></row>'),
    ).toEqual([
      [3, false, [null, "1", null, "2"]],
      [7, true, ["3"]],
    ]);
  });

  test("after one another without references", async () => {
    expect(await read("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>")).toEqual([
      [1, false, ["1", null, "2"]],
      [2, false, []],
      [3, false, ["3"]],
    ]);
  });

  test("after the one before where only some have a reference", async () => {
    expect(
      await read('<row r="5"><c r="C5"><v>1</v></c><c><v>2</v></c></row><row><c r="A9"><v>3</v></c></row><row><c><v>4</v></c></row>'),
    ).toEqual([
      [5, false, [null, null, "1", "2"]],
      [9, false, ["3"]],
      [10, false, ["4"]],
    ]);
  });

  test("in whatever order a row has them, up to the last of a sheet", async () => {
    const [row] = await rowsOf(
      await writeWorkbook({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576"><v>2</v></c></row>' }),
    );
    expect([row?.line, row?.cells.length, row?.cells[0], row?.cells[16_383]]).toEqual([
      1_048_576,
      16_384,
      { kind: "number", text: "2" },
      { kind: "number", text: "1" },
    ]);
  });

  test.each([
    ["row 1048577", '<row r="1048577"><c><v>1</v></c></row>'],
    ["row 0", '<row r="0"/>'],
    ["row NaN", '<row r="x"/>'],
    ["row 2 after row 2", '<row r="2"/><row r="2"/>'],
    ["row 1 after row 2", '<row r="2"/><row r="1"/>'],
    ["cell XFE1", '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ["cell 1A", '<row r="1"><c r="1A"><v>1</v></c></row>'],
    ["more than 16384 cells in row 1", `<row r="1">${"<c/>".repeat(16_385)}</row>`],
    ["cell A2 in row 1", '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ["cell B1 twice", '<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>'],
  ])("and refuses a sheet with %s", async (found, rows) => {
    await expect(rowsOf(await writeWorkbook({ rows }))).rejects.toThrow(`found ${found} of sheet Sheet1`);
  });
});

describe("readRows() of merged cells", () => {
  const MERGED = {
    rows: `<row r="1"><c r="A1" t="str"><v>title</v></c></row>
      <row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>10</v></c></row>
      <row r="3"><c r="B3"><v>20</v></c></row>
      <row r="4"><c r="A4"/><c r="B4" t="e"><v>#N/A</v></c></row>
      <row r="6"><c r="A6"><v>2</v></c></row>`,
    after: '<mergeCells><mergeCell ref="B4:C6"/><mergeCell ref="A2:A5"/><mergeCell ref="A1:C1"/></mergeCells>',
  };

  test("gives their value to the first of them", async () => {
    expect(textsOf(await rowsOf(await writeWorkbook(MERGED)))).toEqual([["title"], ["1", "10"], [null, "20"], [null, "!#N/A"], ["2"]]);
  });

  test("gives it to all of them in the rows that are there, where that is asked for", async () => {
    const rows = await rowsOf(await writeWorkbook(MERGED), { fillMerged: true });
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 4, 6]);
    expect(textsOf(rows)).toEqual([
      ["title", "title", "title"],
      ["1", "10"],
      ["1", "20"],
      ["1", "!#N/A", "!#N/A"],
      ["2", "!#N/A", "!#N/A"],
    ]);
  });

  test("leaves alone what stands beneath a range without a value", async () => {
    const written = { rows: '<row r="2"><c r="A2"><v>1</v></c></row>', after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' };
    expect(textsOf(await rowsOf(await writeWorkbook(written), { fillMerged: true }))).toEqual([["1"]]);
  });

  test("refuses a range that is none", async () => {
    const path = await writeWorkbook({ after: '<mergeCells><mergeCell ref="A1:C1:D2"/></mergeCells>' });
    await expect(rowsOf(path, { fillMerged: true })).rejects.toThrow("the merged cells A1:C1:D2");
  });
});
