import type { SlideCell, SlideTable } from "../../data/review.ts";
import { isNumber, type TableCell, type TableData, textOf } from "../../site/say/table.ts";

/** A cell of a slide's table. */
export const slideCell = (text: string, tone: SlideCell["tone"] = null): SlideCell => ({ text, isNumber: false, tone });

const asSlideCell = (cell: TableCell): SlideCell => ({ text: textOf(cell), isNumber: isNumber(cell), tone: null });

/** A table of a page on a slide. */
export const slideTable = ({ caption, head, rows }: TableData): SlideTable => ({
  ...{ kind: "table", caption },
  head: head.map(asSlideCell),
  rows: rows.map((row) => row.map(asSlideCell)),
});

/** The rows of a table as text, for notes: a line each, every number behind its head. */
export const tableAsText = ({ head, rows }: TableData): string =>
  rows
    .map(([name, ...cells]) =>
      [
        name === undefined ? "" : textOf(name),
        ...cells.flatMap((cell, i) => (textOf(cell) ? [`${textOf(head[i + 1] ?? "")} ${textOf(cell)}`] : [])),
      ].join(" · "),
    )
    .join("\n");
