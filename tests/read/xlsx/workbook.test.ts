import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openWorkbook } from "../../../scripts/read/xlsx/workbook.ts";
import {
  ONE_SHEET,
  partsOf,
  relations,
  rowsOf,
  sheetXml,
  textsOf,
  type WrittenParts,
  workbookXml,
  writeBytes,
  writeParts,
  writeWorkbook,
  zipOf,
} from "./written.ts";

const WRITTEN = {
  rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45901</v></c></row>',
  strings: "<si><t>东部</t></si>",
  formats: [14],
};
const TEXTS = [["东部", "2025-09-01"]];
const PARTS = partsOf(WRITTEN);

/** The parts with other names. */
const renamed = (rename: (name: string) => string): WrittenParts =>
  Object.fromEntries(Object.entries(PARTS).map(([name, text]) => [rename(name), text]));

/** The parts with other texts. */
const rewritten = (rewrite: (text: string) => string): WrittenParts =>
  Object.fromEntries(Object.entries(PARTS).map(([name, text]) => [name, rewrite(text)]));

const withRelations = (...rels: string[]): WrittenParts => ({ ...PARTS, "xl/_rels/workbook.xml.rels": relations(...rels) });

describe("openWorkbook(path) reads a workbook", () => {
  test.each<[string, WrittenParts]>([
    ["as the standard has it", PARTS],
    [
      "whose parts are named in another case",
      renamed((name) => name.replace("sharedStrings", "SharedStrings").replace("sheet1", "Sheet1")),
    ],
    ["whose folders are separated by backslashes", renamed((name) => name.replaceAll("/", "\\"))],
    [
      "with targets from the root",
      withRelations("r1 worksheet /xl/worksheets/sheet1.xml", "r2 sharedStrings /xl/sharedStrings.xml", "r3 styles /xl/styles.xml"),
    ],
    [
      "with targets by way of other folders",
      withRelations("r1 worksheet ../xl/worksheets/sheet1.xml", "r2 sharedStrings ./sharedStrings.xml", "r3 styles styles.xml"),
    ],
    [
      "with targets with backslashes",
      withRelations("r1 worksheet worksheets\\sheet1.xml", "r2 sharedStrings sharedStrings.xml", "r3 styles \\xl\\styles.xml"),
    ],
    [
      "with prefixes of namespaces",
      rewritten((text) =>
        text.includes("Relationship") ? text : text.replaceAll(/<(\/?)(\w)/g, "<$1x:$2").replaceAll("xmlns=", "xmlns:x="),
      ),
    ],
    [
      "of the strict kind",
      rewritten((text) =>
        text
          .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
      ),
    ],
    [
      "with a byte order mark and a declaration",
      rewritten((text) => `\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${text}`),
    ],
    [
      "with additions of single programs",
      {
        ...PARTS,
        "xl/worksheets/sheet1.xml": sheetXml(WRITTEN.rows, '<extLst><ext><row r="9"><c r="A9"><v>1</v></c></row></ext></extLst>'),
      },
    ],
  ])("%s", async (_, parts) => {
    expect(textsOf(await rowsOf(await writeParts(parts)))).toEqual(TEXTS);
  });

  test("in UTF-16", async () => {
    const parts = Object.fromEntries(Object.entries(PARTS).map(([name, text]) => [name, Buffer.from(`\uFEFF${text}`, "utf16le")]));
    expect(textsOf(await rowsOf(await writeParts(parts)))).toEqual(TEXTS);
  });

  test("without styles or shared texts", async () => {
    const parts = {
      ...PARTS,
      "xl/_rels/workbook.xml.rels": relations("r1 worksheet worksheets/sheet1.xml"),
      "xl/worksheets/sheet1.xml": sheetXml('<row><c s="4"><v>1</v></c></row>'),
    };
    expect(textsOf(await rowsOf(await writeParts(parts)))).toEqual([["1"]]);
  });

  test("with its rows in batches, all of them", async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `<row><c><v>${index}</v></c></row>`).join("");
    expect(textsOf(await rowsOf(await writeWorkbook({ rows })))).toEqual(Array.from({ length: 3000 }, (_, index) => [String(index)]));
  });
});

test("openWorkbook(path) lists sheets in the order of their tabs, hidden ones as such, without charts", async () => {
  const sheets = [
    '<sheet name="数据" sheetId="7" r:id="r2"/>',
    '<sheet name="图" sheetId="8" r:id="r9"/>',
    '<sheet name="参数" sheetId="2" state="hidden" r:id="r3"/>',
    '<sheet name="R&amp;D" sheetId="1" state="veryHidden" r:id="r1"/>',
  ];
  const workbook = await openWorkbook(
    await writeParts({
      ...PARTS,
      "xl/workbook.xml": workbookXml(sheets.join("")),
      "xl/_rels/workbook.xml.rels": relations("r1 worksheet a.xml", "r2 worksheet b.xml", "r3 worksheet c.xml", "r9 chartsheet d.xml"),
      "xl/a.xml": sheetXml("", "", '<dimension ref="B2:D$9"/>'),
      "xl/b.xml": sheetXml("", "", '<dimension ref="A1"/>'),
      "xl/c.xml": sheetXml(""),
      "xl/d.xml": "<chartsheet/>",
    }),
  );
  workbook.close();
  expect(workbook.sheets.map(({ name, visibility, dimension }) => ({ name, visibility, dimension }))).toEqual([
    { name: "数据", visibility: "visible", dimension: { top: 1, left: 0, bottom: 1, right: 0 } },
    { name: "参数", visibility: "hidden", dimension: null },
    { name: "R&D", visibility: "very hidden", dimension: { top: 2, left: 1, bottom: 9, right: 3 } },
  ]);
});

describe("a workbook that is broken is refused", () => {
  const DTD = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';

  test.each<[string, WrittenParts, string]>([
    [
      "with a document type",
      { ...PARTS, "xl/worksheets/sheet1.xml": DTD + sheetXml("<row><c><v>1</v></c></row>") },
      "xl/worksheets/sheet1.xml: a document type, which no workbook has",
    ],
    [
      "with an entity of its own",
      { ...PARTS, "xl/sharedStrings.xml": "<sst><si><t>&b;</t></si></sst>" },
      "xl/sharedStrings.xml: undefined entity",
    ],
    [
      "with XML that ends too early",
      { ...PARTS, "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>" },
      "xl/worksheets/sheet1.xml: unclosed tag: row",
    ],
    [
      "with elements within each other without end",
      { ...PARTS, "xl/sharedStrings.xml": "<a>".repeat(100) },
      "xl/sharedStrings.xml: elements nested more than 64 deep",
    ],
    ["with a sheet that is nowhere", withRelations("r2 worksheet worksheets/sheet1.xml"), "nothing that holds sheet Sheet1"],
    ["with a sheet whose part is missing", withRelations("r1 worksheet worksheets/sheet2.xml"), "nothing that holds sheet Sheet1"],
    [
      "with bytes that are not UTF-8",
      { ...PARTS, "xl/workbook.xml": Buffer.from(workbookXml(ONE_SHEET.replace("Sheet1", "\u00E9")), "latin1") },
      "xl/workbook.xml: The encoded data was not valid",
    ],
  ])("%s", async (_, parts, found) => {
    const path = await writeParts(parts);
    await expect(rowsOf(path)).rejects.toThrow(`found ${found}`);
    await expect(rowsOf(path)).rejects.toThrow(`${path} cannot be read`);
  });

  /** A zip in which the four bytes at an offset into the directory's entry of a part are others. */
  async function tampered(parts: WrittenParts, part: string, change: (entry: Buffer) => void) {
    const bytes = await zipOf(parts);
    change(bytes.subarray(bytes.lastIndexOf(part) - 46));
    return writeBytes(bytes);
  }

  const CHECKSUM = 16;
  const SIZE = 24;
  const SHEET = "xl/worksheets/sheet1.xml";

  test("with bytes that do not fit their checksum", async () => {
    const path = await tampered(PARTS, SHEET, (entry) => entry.writeUInt32LE(1, CHECKSUM));
    await expect(rowsOf(path)).rejects.toThrow("xl/worksheets/sheet1.xml: bytes that do not fit their checksum");
  });

  test("that holds more than it declares", async () => {
    const path = await tampered(PARTS, SHEET, (entry) => entry.writeUInt32LE(10, SIZE));
    await expect(rowsOf(path)).rejects.toThrow("xl/worksheets/sheet1.xml: more than the 10 bytes that the zip declares");
  });

  test("that holds less than it declares", async () => {
    const path = await tampered(PARTS, SHEET, (entry) => entry.writeUInt32LE(1_000_000, SIZE));
    await expect(rowsOf(path)).rejects.toThrow("of the 1000000 bytes that the zip declares");
  });

  test("that is a bomb, whatever it declares", async () => {
    const bomb = { ...PARTS, [SHEET]: sheetXml(" ".repeat(40_000_000)) };
    const honest = await writeParts(bomb);
    const lying = await tampered(bomb, SHEET, (entry) => entry.writeUInt32LE(4_000_000_000, SIZE));
    for (const path of [honest, lying]) await expect(rowsOf(path)).rejects.toThrow(/bytes that grow beyond \d+/);
  });
});

test("openWorkbook(path) reads the texts of a workbook once for all who open it, and again once the file has changed", async () => {
  const path = await writeWorkbook(WRITTEN);
  const textsIn = async () => {
    const { strings, close } = await openWorkbook(path);
    close();
    return strings;
  };
  const before = await textsIn();
  expect(await textsIn()).toBe(before);
  writeFileSync(path, await zipOf(partsOf({ ...WRITTEN, strings: "<si><t>西部与北部</t></si>" })));
  expect((await textsIn()).at(0)).toBe("西部与北部");
});
