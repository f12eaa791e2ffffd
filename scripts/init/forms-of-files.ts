import { sheetOf } from "../read/layout.ts";
import { type ColumnProfile, summed } from "./column-profile.ts";
import { withoutDays } from "./day-headers.ts";
import { isOfMonth } from "./month-columns.ts";
import { sheetsSaid } from "./sheet-patterns.ts";
import type { SheetProfile } from "./sheet-profile.ts";

/** Sheets of one form, of as many files: they have the same header, and are read in the same way. */
export interface FileForm {
  /** In the order of the names of their files; of files that are the same byte by byte only the first. */
  sheets: readonly SheetProfile[];
  /** Names of files that are the same, byte by byte, as one of those before. */
  copies: readonly string[];
  /** All of them as if they were one. */
  whole: SheetProfile;
}

/** Puts together the sheets that have one form: of several files, of several sheets of a workbook, or both. */
export function formsOf(sheets: readonly SheetProfile[]): FileForm[] {
  return [...Map.groupBy(sheets, formOf).values()].flatMap((all) => (sheetsSaid(all) === null ? apart(all) : [all])).map(oneForm);
}

function formOf(sheet: SheetProfile): string {
  const { layout, settings } = sheet;
  return JSON.stringify([layout.format, withoutDays(layout.header.names), settings.header_row, isOfMonth(sheet)]);
}

/** Sheets that no setting takes together: those of one name, or else those of one file. */
function apart(sheets: readonly SheetProfile[]): SheetProfile[][] {
  const byName = [...Map.groupBy(sheets, ({ layout }) => sheetOf(layout)).values()];
  const isSayable = byName.every((own) => sheetsSaid(own) !== null);
  return isSayable ? byName : [...Map.groupBy(sheets, ({ file }) => file.path).values()];
}

function oneForm(all: readonly SheetProfile[]): FileForm {
  const bytes = all.map(({ sha256, layout }) => `${sha256} ${sheetOf(layout)}`);
  const isFirst = (_: SheetProfile, at: number) => bytes.indexOf(bytes[at] as string) === at;
  const copies = all.filter((each, at) => !isFirst(each, at)).map(({ file }) => file.name);
  const sheet = sheetsSaid(all) ?? undefined;
  const { settings, ...whole } = together(all.filter(isFirst));
  const { sheet: _, ...others } = settings;
  return { sheets: all, copies: [...new Set(copies)], whole: { ...whole, settings: sheet === undefined ? others : { sheet, ...others } } };
}

function together(sheets: readonly SheetProfile[]): SheetProfile {
  const [first] = sheets as [SheetProfile];
  return {
    ...first,
    settings: Object.assign({}, ...sheets.map(({ settings }) => settings)),
    rows: sheets.reduce((sum, { rows }) => sum + rows, 0),
    totals: new Map(sheets.flatMap(({ totals }) => [...totals])),
    columns: [...new Set(sheets.flatMap(({ columns }) => columns.map(({ header }) => header)))].map((header) =>
      joined(sheets.flatMap(({ columns }) => columns.filter((column) => column.header === header))),
    ),
  };
}

/** Of one column in several files; a value that stands in two of them is no repetition. */
function joined(columns: readonly ColumnProfile[]): ColumnProfile {
  const values = summed(columns.map((column) => column.values));
  return {
    header: columns[0]?.header ?? "",
    rows: columns.reduce((sum, { rows }) => sum + rows, 0),
    filled: columns.reduce((sum, { filled }) => sum + filled, 0),
    values,
    blanks: summed(columns.map(({ blanks }) => blanks)),
    distinctness: Math.max(...columns.map(({ distinctness }) => distinctness)),
  };
}
