import { casesCell } from "../cells.ts";
import type { Page } from "../page.ts";
import { numeral, type TableCell, textOf } from "../table.ts";
import type { Choice, FigureBody, Mark } from "./figure.ts";

/** A column of what a figure shows: in its table, in the tip of each of its rows, or in both. */
export interface Column<Row> {
  head: TableCell;
  cell(row: Row): TableCell;
  /** What the tip of a row says of the cell, whose text is given; empty for nothing. By default the text behind the head: "Change: +0.9 days". */
  tip?: ((text: string, row: Row) => string) | undefined;
  /** The table does without it. Default false. */
  isInTipOnly?: boolean;
  /** What its head says where the drawing names the column too, as a line does at its end. */
  mark?: (() => Omit<Mark, "name">) | undefined;
}

/** A tip says the text by itself: what a figure is about needs no name. */
export const alone = (text: string): string => text;

/** A tip does without it. */
export const inTableOnly = (): string => "";

/** n of each row: "n = 12" in a tip, and nothing where it is hidden. */
export const casesColumn = <Row>(page: Page, casesOf: (row: Row) => { n: number; isHidden: boolean }): Column<Row> => ({
  head: numeral("n"),
  cell: (row) => casesCell(page, casesOf(row)),
  tip: (text, row) => (casesOf(row).isHidden ? "" : `n = ${text}`),
});

/** What a figure shows: each datum once, for its table, its tips and what a reader takes away. */
export interface Rows<Row> {
  caption: string;
  /** The first one names a row. */
  columns: () => readonly [Column<Row>, ...Column<Row>[]];
  /** In the order in which the drawing has them. */
  rows: () => readonly Row[];
  /** The rows of the table in its order, where those are others: newest first, or more than a drawing has room for. */
  listed?: (() => readonly Row[]) | undefined;
  /** Heading of the tip, from the name of a row. By default the name. */
  tipName?: (name: string, row: Row) => string;
  /** What choosing the row selects; by default nothing. */
  choice?: (row: Row) => Choice | null;
}

/** The tips and the table of a figure: a tip for each row of its drawing, then one for each column that the drawing names. */
export function rowsOf<Row>(
  page: Page,
  { caption, columns, rows, listed = rows, tipName, choice = () => null }: Rows<Row>,
): Pick<FigureBody, "marks" | "table"> {
  const lineOf = ({ head, cell, tip }: Column<Row>, row: Row): string => {
    const text = textOf(cell(row));
    if (tip) return tip(text, row);
    return text === "" || text === page.words.missing ? "" : page.titled(textOf(head), text);
  };
  return {
    marks() {
      const [first, ...others] = columns();
      const ofRows = rows().map((row) => {
        const name = textOf(first.cell(row));
        const lines = others.map((column) => lineOf(column, row)).filter(Boolean);
        return { name: tipName ? tipName(name, row) : name, lines, choice: choice(row) };
      });
      return [...ofRows, ...others.flatMap(({ head, mark }) => (mark ? { name: textOf(head), ...mark() } : []))];
    },
    table() {
      const shown = columns().filter(({ isInTipOnly }) => !isInTipOnly);
      return { caption, head: shown.map(({ head }) => head), rows: listed().map((row) => shown.map(({ cell }) => cell(row))) };
    },
  };
}
