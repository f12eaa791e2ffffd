import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import type { Cell } from "../../../scripts/read/xlsx/cell.ts";
import { readRows } from "../../../scripts/read/xlsx/read-rows.ts";
import type { SheetRow } from "../../../scripts/read/xlsx/sheet-elements.ts";
import { openWorkbook } from "../../../scripts/read/xlsx/workbook.ts";
import { allOf } from "../all-of.ts";

/** What each part holds, by its name. */
export type WrittenParts = Readonly<Record<string, string | Buffer>>;

export interface Written {
  /** Elements within `sheetData`. */
  rows?: string;
  /** Elements after it. */
  after?: string;
  /** `si` elements. */
  strings?: string;
  /** Format codes, or ids of built-in formats, by the number of a cell's style; style 0 is general. */
  formats?: readonly (string | number)[];
  /** Attributes of `workbookPr`. */
  workbook?: string;
}

const folder = mkdtempSync(join(tmpdir(), "tandem-xlsx-"));
let files = 0;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A file of these bytes; its path. */
export function writeBytes(bytes: Uint8Array | string): string {
  files += 1;
  const path = join(folder, `${files}.xlsx`);
  writeFileSync(path, bytes);
  return path;
}

/** The bytes of a zip. A name with backslashes is written as a Windows program would. */
export async function zipOf(parts: WrittenParts): Promise<Buffer> {
  const zip = new ZipFile();
  const names = Object.keys(parts);
  for (const name of names) zip.addBuffer(Buffer.from(parts[name] ?? ""), name.replaceAll("\\", "/"));
  zip.end();
  const bytes = await buffer(zip.outputStream);
  for (const name of names.filter((each) => each.includes("\\"))) replaceAll(bytes, name.replaceAll("\\", "/"), name);
  return bytes;
}

function replaceAll(bytes: Buffer, from: string, to: string): void {
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1)) bytes.write(to, at);
}

/** `rels` of `id kind target`. */
export const relations = (...rels: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels
    .map((rel) => rel.split(" "))
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

export const sheetXml = (rows: string, after = "", before = ""): string =>
  `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

export const workbookXml = (sheets: string, properties = ""): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${sheets}</sheets></workbook>`;

export const ONE_SHEET = '<sheet name="Sheet1" sheetId="1" r:id="r1"/>';

/** The parts of a workbook with one sheet. */
export function partsOf({ rows = "", after = "", strings = "", formats = [], workbook = "" }: Written = {}): Record<string, string> {
  const own = formats.map((format, index) => (typeof format === "string" ? { id: 200 + index, code: format } : { id: format, code: null }));
  const codes = own
    .filter(({ code }) => code !== null)
    .map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${escaped(code ?? "")}"/>`);
  const styles = [0, ...own.map(({ id }) => id)].map((id) => `<xf numFmtId="${id}"/>`);
  return {
    "_rels/.rels": relations("r1 officeDocument xl/workbook.xml"),
    "xl/workbook.xml": workbookXml(ONE_SHEET, workbook),
    "xl/_rels/workbook.xml.rels": relations(
      "r1 worksheet worksheets/sheet1.xml",
      "r2 sharedStrings sharedStrings.xml",
      "r3 styles styles.xml",
    ),
    "xl/worksheets/sheet1.xml": sheetXml(rows, after),
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join("")}</cellXfs></styleSheet>`,
  };
}

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\r", "&#13;");

export const writeParts = async (parts: WrittenParts): Promise<string> => writeBytes(await zipOf(parts));

export const writeWorkbook = (written: Written): Promise<string> => writeParts(partsOf(written));

/** All rows of a sheet, by default the first. */
export async function rowsOf(path: string, { sheet = 0, fillMerged = false } = {}): Promise<SheetRow[]> {
  const workbook = await openWorkbook(path);
  try {
    const found = workbook.sheets[sheet];
    if (!found) throw new Error(`no sheet ${sheet} in ${path}`);
    return await allOf(readRows(workbook, found, { fillMerged }));
  } finally {
    workbook.close();
  }
}

/** The text of each cell; of a fault what was found, after a `!`. */
export const textsOf = (rows: readonly SheetRow[]): (string | null)[][] => rows.map(({ cells }) => cells.map(shown));

const shown = (cell: Cell): string | null => (cell.kind === "fault" ? `!${cell.found}` : cell.text);

/** The cells of the first row of a workbook. */
export async function cellsOf(written: Written): Promise<readonly Cell[]> {
  return (await rowsOf(await writeWorkbook(written)))[0]?.cells ?? [];
}
