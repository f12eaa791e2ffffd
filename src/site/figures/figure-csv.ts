import { CSV_BOM, type CsvField, csvLines } from "../../core/csv.ts";
import { BOUND_SIGN } from "../../i18n/format.ts";
import type { Page } from "../ask/page.ts";
import { boundOfCell, rawOf, type TableCell, type TableData, textOf } from "../say/table.ts";
import type { FigureData } from "./figure.ts";
import { figureFacts } from "./figure-facts.ts";

type Line = [name: string, words: string];

/** What the numbers are, line by line: a name and its words. */
function headerOf(figure: FigureData, link: string): Line[] {
  const { metric, unit, page } = figure;
  const { facts: names, fraction } = page.words.menu;
  const facts = figureFacts(figure);
  return [
    [names.figure, figure.title],
    [names.metric, page.noted(page.say(metric.label), metric.id)],
    [names.unit, unit === "share" ? fraction : facts.unit],
    [names.period, facts.period],
    [names.filters, facts.filters],
    ...(facts.chosen ? [[names.chosen, facts.chosen] satisfies Line] : []),
    ...(facts.against ? [[names.against, facts.against] satisfies Line] : []),
    [names.asOf, page.asOf],
    [names.n, figure.n ?? ""],
    [names.source, figure.systems],
    ...figure.notes.map((note): Line => [names.note, note]),
    [names.link, link],
  ];
}

/** A number as it is, behind a sign where it is a limit; any other cell as it is shown, empty where it is missing. */
function fieldOf(cell: TableCell, missing: string): CsvField {
  const raw = rawOf(cell);
  const text = textOf(cell);
  const sign = BOUND_SIGN[boundOfCell(cell)];
  if (typeof raw === "number") return sign ? `${sign}${raw}` : raw;
  return text === missing ? "" : text;
}

/** Whether a cell's name stands for an id, as a period's and a member's do. */
const hasId = (cell: TableCell | undefined): boolean =>
  cell !== undefined && typeof rawOf(cell) === "string" && rawOf(cell) !== textOf(cell);

/** The table's records, its head first; ids get a column of their own beside their names. */
function recordsOf({ words: { missing, menu } }: Page, { head, rows }: TableData): CsvField[][] {
  const idColumns = head.map((_, column) => rows.some((row) => hasId(row[column])));
  const record = (cells: readonly TableCell[], idOf: (cell: TableCell) => CsvField) =>
    cells.flatMap((cell, column) => [fieldOf(cell, missing), ...(idColumns[column] ? [idOf(cell)] : [])]);
  return [record(head, (cell) => menu.idOf(textOf(cell))), ...rows.map((row) => record(row, (cell) => rawOf(cell) ?? ""))];
}

/**
 * What a figure shows, for a spreadsheet: lines that say what it is, an empty one, and its table with numbers in full.
 * Empty is missing, and hidden is said. `link` leads back to the figure.
 */
export const figureCsv = (figure: FigureData, link: string): string =>
  CSV_BOM + csvLines([...headerOf(figure, link), [], ...recordsOf(figure.page, figure.table())]);
