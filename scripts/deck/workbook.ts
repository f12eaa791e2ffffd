import { strToU8 } from "fflate";
import { escape as escaped } from "html-escaper";
import type { SlideChart } from "../../src/data/review.ts";
import { zipped } from "./zipped.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The column of a line of a chart: its periods stand in A. */
export const columnOf = (series: number): string => String.fromCharCode("B".charCodeAt(0) + series);

const textCell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;

/** The cells of a chart: a row a period, a column a line; a missing value has no cell, and 0 is 0. */
function sheetOf({ labels, series }: SlideChart): string {
  const head = `<row r="1">${series.map(({ name }, i) => textCell(`${columnOf(i)}1`, name)).join("")}</row>`;
  const rows = labels.map((label, row) => {
    const at = row + 2;
    const numbers = series.flatMap(({ values }, i) =>
      values[row] == null ? [] : [`<c r="${columnOf(i)}${at}"><v>${values[row]}</v></c>`],
    );
    return `<row r="${at}">${textCell(`A${at}`, label)}${numbers.join("")}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${SHEET}"><sheetData>${head}${rows.join("")}</sheetData></worksheet>`;
}

const relations = (...targets: [type: string, target: string][]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

/** The numbers of a chart as a workbook, which opens when somebody edits the chart. */
export function workbookOf(chart: SlideChart): Uint8Array {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${TYPE}.${type}+xml"/>`;
  const parts = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("xl/workbook.xml", "sheet.main")}${override("xl/worksheets/sheet1.xml", "worksheet")}</Types>`,
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(["worksheet", "worksheets/sheet1.xml"]),
    "xl/worksheets/sheet1.xml": sheetOf(chart),
  };
  return zipped(new Map(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}
