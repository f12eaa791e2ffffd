import { firstRowsOfCsv } from "../read/csv.ts";
import { formatOf } from "../read/files.ts";
import type { RawRow } from "../read/header-row.ts";
import { firstRowsOfXlsx } from "../read/xlsx.ts";
import { guessHeader, type HeaderGuess } from "./header-guess.ts";

/** What `sources.yaml` says of how a sheet is read. */
export interface SheetSettings extends HeaderGuess {
  /** One sheet; of a form of several sheets, all of them. */
  sheet?: string | string[];
  fill_merged?: true;
}

interface Found {
  settings: SheetSettings;
  /** Rows above the header that hold something. */
  above: number;
  /** Names of all sheets of its workbook that hold something. */
  book: readonly string[];
}

/** How each sheet of a file is read, whose header is looked for. A file that is no workbook is one sheet. Throws a DataError when it cannot be read. */
export async function readSettingsOf(path: string): Promise<Found[]> {
  const format = formatOf(path);
  if (format === "parquet") return [{ settings: {}, above: 0, book: [] }];
  if (format === "csv") return [found(await firstRowsOfCsv(path, { encoding: "auto", delimiter: "auto" }), {}, [])];
  const sheets = await firstRowsOfXlsx(path);
  const book = sheets.filter(({ rows }) => rows.length > 0).map(({ sheet }) => sheet);
  return sheets.map(({ sheet, rows, filled }) => {
    const { settings, above } = found(rows, sheets.length > 1 ? { sheet } : {}, book);
    const first = [settings.header_row].flat().at(-1) ?? rows[0]?.line ?? 0;
    return { above, book, settings: isMerged(rows, filled, first) ? { ...settings, fill_merged: true } : settings };
  });
}

function found(rows: readonly RawRow[], settings: SheetSettings, book: readonly string[]): Found {
  const guess = guessHeader(rows);
  const first = [guess.header_row].flat()[0];
  return { book, settings: { ...settings, ...guess }, above: first === undefined ? 0 : rows.filter(({ line }) => line < first).length };
}

/** Whether cells below the header are merged with others. */
function isMerged(rows: readonly RawRow[], filled: readonly RawRow[], header: number): boolean {
  return rows.some(({ line, cells }, at) => line > header && cells.join("\0") !== filled[at]?.cells.join("\0"));
}
