import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

const COLUMNS = Array.from("ABCDEFGHIJKL");
/** Columns of texts, each of its own, and of days; all others are numbers. */
const TEXTS = ["A", "D", "H"];
const DAYS = ["B"];

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const relations = (...rels: readonly [kind: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels
    .map(([kind, target], n) => `<Relationship Id="r${n + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const textOf = (column: string, row: number) => `column ${column}, row ${row}`;

function cell(column: string, row: number): string {
  const text = TEXTS.indexOf(column);
  if (row === 1) return `<c r="${column}1" t="str"><v>${column}</v></c>`;
  if (text !== -1) return `<c r="${column}${row}" t="s"><v>${(row - 2) * TEXTS.length + text}</v></c>`;
  if (DAYS.includes(column)) return `<c r="${column}${row}" s="1"><v>${45_000 + (row % 900)}</v></c>`;
  return `<c r="${column}${row}"><v>${((row * column.charCodeAt(0)) % 9973) / 100}</v></c>`;
}

function* sheet(rows: number): Generator<string, void, undefined> {
  yield `<worksheet xmlns="${MAIN}"><sheetData>`;
  for (let row = 1; row <= rows + 1; row += 1) yield `<row r="${row}">${COLUMNS.map((column) => cell(column, row)).join("")}</row>`;
  yield `</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells></worksheet>`;
}

function* sharedTexts(rows: number): Generator<string, void, undefined> {
  yield `<sst xmlns="${MAIN}">`;
  for (let row = 2; row <= rows + 1; row += 1) yield TEXTS.map((column) => `<si><t>${textOf(column, row)}</t></si>`).join("");
  yield "</sst>";
}

/** Writes a workbook of so many rows below a header, of 12 cells each, of which three are shared texts that occur once; two cells are merged. */
export async function writeWorkbook(path: string, rows: number): Promise<void> {
  const zip = new ZipFile();
  const parts: Record<string, Iterable<string>> = {
    "_rels/.rels": [relations(["officeDocument", "xl/workbook.xml"])],
    "xl/workbook.xml": [
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    "xl/_rels/workbook.xml.rels": [
      relations(["worksheet", "worksheets/sheet1.xml"], ["sharedStrings", "sharedStrings.xml"], ["styles", "styles.xml"]),
    ],
    "xl/styles.xml": [`<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`],
    "xl/sharedStrings.xml": sharedTexts(rows),
    "xl/worksheets/sheet1.xml": sheet(rows),
  };
  for (const [name, pieces] of Object.entries(parts)) zip.addReadStream(Readable.from(pieces).map(String), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}
