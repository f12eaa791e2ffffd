import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { DataError, orNearest } from "../../src/core/errors.ts";
import { type Entry, hasValue, type Reading, withoutHeader } from "./entry.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { findHeader, type Header, type HeaderSettings, namesOf, type RawRow, SEARCHED_ROWS } from "./header-row.ts";
import type { LayoutOf } from "./layout.ts";
import type { Cell } from "./xlsx/cell.ts";
import { readRows } from "./xlsx/read-rows.ts";
import type { Sheet } from "./xlsx/sheets.ts";
import { openWorkbook, type Workbook } from "./xlsx/workbook.ts";

/** How a workbook is read. */
export const xlsxSettings = {
  /** Name of the sheet; without it the only one that is not hidden. */
  sheet: z.string().min(1).optional(),
  /** Whether every cell of a merged range has the value of its first one. */
  fill_merged: z.boolean().default(false),
};

type XlsxSettings = z.infer<z.ZodObject<typeof xlsxSettings>> & HeaderSettings;

/** What stands in a cell whose formula was never calculated; it is refused by this name, as `#N/A` is. */
export const UNCALCULATED = "#UNCALCULATED!";

/** How a workbook is written; null when its sheet has no header. Throws a DataError when it cannot be read, or does not say which sheet counts. */
export async function layoutOfXlsx(path: string, settings: XlsxSettings): Promise<LayoutOf<"xlsx"> | null> {
  const workbook = await openWorkbook(path);
  try {
    const sheet = sheetOf(workbook, path, settings.sheet);
    const header = findHeader(await firstRowsOf(workbook, sheet, settings.fill_merged), settings, path);
    return header && { format: "xlsx", header, sheet: sheet.name, fillMerged: settings.fill_merged };
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

function sheetOf({ sheets }: Workbook, path: string, name: string | undefined): Sheet {
  const shown = sheets.filter(({ visibility }) => visibility === "visible");
  const [found, ...others] =
    name === undefined ? shown : sheets.filter((sheet) => sheet.name.trim() === name.trim() && sheet.visibility !== "very hidden");
  if (found && others.length === 0) return found;
  const names = shown.map((sheet) => sheet.name);
  const expected =
    name === undefined
      ? "one sheet that is not hidden, or sheet in sources.yaml to say which one counts"
      : `the sheet ${name}${orNearest(name, names)}`;
  throw new DataError(`no sheet of ${path} can be taken`, [
    { file: path, found: `the sheets ${names.join(", ") || "none that is shown"}`, expected },
  ]);
}

/** Opens a workbook that is written as its layout says. */
export async function openXlsx(path: string, { header, sheet: name, fillMerged }: LayoutOf<"xlsx">): Promise<Reading> {
  const fingerprint = await fingerprintOf(path);
  const workbook = await openWorkbook(path);
  const sheet = sheetOf(workbook, path, name);
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
