import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { DataError, listed, nearest } from "../../src/core/errors.ts";
import type { Text } from "../../src/core/text.ts";
import { type Entry, hasValue, type Reading, withoutHeader } from "./entry.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { findHeader, type Header, type HeaderSettings, namesOf, type RawRow, SEARCHED_ROWS } from "./header-row.ts";
import type { LayoutOf } from "./layout.ts";
import { starred } from "./starred.ts";
import type { Cell } from "./xlsx/cell.ts";
import { readRows } from "./xlsx/read-rows.ts";
import type { Sheet } from "./xlsx/sheets.ts";
import { openWorkbook, type Workbook } from "./xlsx/workbook.ts";

/** How a workbook is read. */
export const xlsxSettings = {
  /** Names of sheets, in which `*` stands for any text: they are read one after the other, as they stand. Without it the only one that is not hidden. */
  sheet: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional(),
  /** Whether every cell of a merged range has the value of its first one. */
  fill_merged: z.boolean().default(false),
};

type XlsxSettings = z.infer<z.ZodObject<typeof xlsxSettings>> & HeaderSettings;

/** What stands in a cell whose formula was never calculated; it is refused by this name, as `#N/A` is. */
export const UNCALCULATED = "#UNCALCULATED!";

/**
 * How the sheets of a workbook that count are written, as they stand; one without a header, such as an empty `Sheet2`, is left out.
 * Throws a DataError when it cannot be read, or does not say which sheets count.
 */
export async function layoutsOfXlsx(path: string, settings: XlsxSettings): Promise<LayoutOf<"xlsx">[]> {
  const workbook = await openWorkbook(path);
  try {
    const layouts: LayoutOf<"xlsx">[] = [];
    for (const sheet of sheetsOf(workbook, path, settings.sheet)) {
      const header = findHeader(await firstRowsOf(workbook, sheet, settings.fill_merged), settings, path);
      if (header) layouts.push({ format: "xlsx", header, sheet: sheet.name, fillMerged: settings.fill_merged });
    }
    return layouts;
  } finally {
    workbook.close();
  }
}

async function firstRowsOf(workbook: Workbook, sheet: Sheet, fillMerged: boolean): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of readRows(workbook, sheet, { fillMerged })) {
    rows.push(...batch.map(({ line, cells }) => ({ line, cells: cells.map(textOf) })).filter(({ cells }) => hasValue(cells)));
    if (rows.length > SEARCHED_ROWS) break;
  }
  return rows;
}

/** The rows at the start of each sheet that is not hidden, titles above its header among them, without and with the values of merged cells. */
export async function firstRowsOfXlsx(path: string): Promise<{ sheet: string; rows: RawRow[]; filled: RawRow[] }[]> {
  const workbook = await openWorkbook(path);
  try {
    const starts = [];
    for (const sheet of workbook.sheets.filter(({ visibility }) => visibility === "visible")) {
      const [rows, filled] = [await firstRowsOf(workbook, sheet, false), await firstRowsOf(workbook, sheet, true)];
      starts.push({ sheet: sheet.name, rows, filled });
    }
    return starts;
  } finally {
    workbook.close();
  }
}

/** The sheets that count, as they stand. */
function sheetsOf({ sheets }: Workbook, path: string, wanted: XlsxSettings["sheet"]): Sheet[] {
  const shown = sheets.filter(({ visibility }) => visibility === "visible");
  const names = shown.map((sheet) => sheet.name);
  if (wanted === undefined) {
    if (shown.length === 1) return shown;
    throw noSheet(path, names, {
      zh: '只有一张未隐藏的工作表；或在 sources.yaml 里用 sheet 写明哪一张，几张就列出来，全部写 "*"',
      en: 'one sheet that is not hidden, or sheet in sources.yaml to say which one counts: a list of several, or "*" for all',
    });
  }
  const found = [wanted].flat().flatMap((name) => {
    const named = sheets.filter((sheet) => sheet.name.trim() === name.trim() && sheet.visibility !== "very hidden");
    const fitting = named.length > 0 || !name.includes("*") ? named : shown.filter((sheet) => starred(name).test(sheet.name.trim()));
    if (fitting.length > 0) return fitting;
    const near = nearest(name, names);
    throw noSheet(path, names, {
      zh: `工作表 ${name}${near ? `（是不是 ${near}？）` : ""}`,
      en: `the sheet ${name}${near ? `; did you mean ${near}?` : ""}`,
    });
  });
  return sheets.filter((sheet) => found.includes(sheet));
}

/** Sheets that a message names. */
const SHOWN = 20;

function noSheet(path: string, names: readonly string[], expected: Text): DataError {
  const all = listed(names, SHOWN);
  const found = { zh: `工作表 ${all || "（没有未隐藏的）"}`, en: `the sheets ${all || "none that is shown"}` };
  return new DataError(`工作表不能确定 · no sheet of ${path} can be taken`, [{ file: path, found, expected }]);
}

/** Opens a workbook that is written as its layout says. */
export async function openXlsx(path: string, { header, sheet: name, fillMerged }: LayoutOf<"xlsx">): Promise<Reading> {
  const fingerprint = await fingerprintOf(path);
  const workbook = await openWorkbook(path);
  const [sheet] = sheetsOf(workbook, path, name) as [Sheet];
  const last = sheet.dimension?.bottom ?? 0;
  const done = { line: 0 };
  async function* read(): AsyncGenerator<Entry[], void, undefined> {
    try {
      for await (const rows of readRows(workbook, sheet, { fillMerged })) {
        done.line = rows.at(-1)?.line ?? done.line;
        yield rows
          .filter(({ line }) => line >= header.line)
          .map(({ line, cells }) => entryOf(line, cells, header))
          .filter(({ fields, fault }) => fault || hasValue(fields));
      }
    } finally {
      workbook.close();
    }
  }
  const found = await withoutHeader(read(), header.rows);
  return {
    ...found,
    header: namesOf(found.header.map(({ fields }) => fields)),
    moments: new Set(),
    fractions: new Map(),
    share: () => (last > 0 ? Math.min(done.line / last, 1) : 0),
    fingerprint: () => fingerprint,
  };
}

/** A row as a record, as wide as the header. */
function entryOf(line: number, cells: readonly Cell[], { names, width }: Header): Entry {
  const texts = cells.map(textOf);
  const fields = Array.from({ length: Math.max(width, names.length) }, (_, place) => texts[place] ?? "");
  const beyond = texts.findIndex((text, place) => place >= names.length && hasValue([text]));
  const fault =
    beyond === -1
      ? null
      : { found: `a value in column ${beyond + 1}, which has no header`, reason: { code: "fields" as const, count: names.length } };
  return { line, fields: fault ? [] : fields, fault, text: () => stringify([texts], { eof: false }) };
}

/** What a cell says; a number that lost digits is in the form in which spreadsheets show such, which no identifier may have. */
function textOf(cell: Cell): string {
  if (cell.kind === "fault") return cell.reason.code === "calculated" ? UNCALCULATED : cell.found;
  const text = cell.text ?? "";
  return cell.isRounded ? Number(text).toExponential().toUpperCase() : text;
}
