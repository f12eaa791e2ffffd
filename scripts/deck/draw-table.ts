import type PptxGenJS from "pptxgenjs";
import type { SlideCell, SlideTable } from "../../src/data/review.ts";
import { drawCaption } from "./caption.ts";
import { COLOUR } from "./colours.ts";
import type { Place } from "./frame.ts";
import { tableLayout } from "./table-layout.ts";

const NONE = { type: "none" as const };
const line = (pt: number) => ({ type: "solid" as const, pt, color: COLOUR.rule });

const cellOf = ({ text, isNumber, tone }: SlideCell, isHead: boolean): PptxGenJS.TableCell => ({
  text,
  options: {
    align: isNumber ? "right" : "left",
    bold: isHead || tone !== null,
    color: tone === "worse" ? COLOUR.worse : tone === "better" ? COLOUR.better : isHead ? COLOUR.muted : COLOUR.ink,
    border: [NONE, NONE, line(isHead ? 1 : 0.5), NONE],
  },
});

/** Draws a table that can be edited; where not all of its rows fit, a last line says how many `rest` are elsewhere: "{n} more". */
export function drawTable(slide: PptxGenJS.Slide, table: SlideTable, { rest, ...place }: Place & { rest: string }): void {
  const { caption, head, rows } = table;
  const { scale, x, y, w, h } = drawCaption(slide, caption, place);
  const { size, widths, heights, hidden } = tableLayout(table, { w: w / scale, h: h / scale });
  const shown = rows.slice(0, rows.length - hidden).map((row) => row.map((cell) => cellOf(cell, false)));
  const last: PptxGenJS.TableCell = {
    text: rest.replace("{n}", String(hidden)),
    options: { colspan: head.length, color: COLOUR.muted, border: [NONE, NONE, NONE, NONE] },
  };
  slide.addTable([head.map((cell) => cellOf(cell, true)), ...shown, ...(hidden > 0 ? [[last]] : [])], {
    ...{ x, y, w, colW: widths.map((width) => width * scale), fontSize: size * scale, valign: "middle" },
    margin: [0.02 * scale, 0.08 * scale, 0.02 * scale, 0.08 * scale],
    rowH: heights.map((height) => height * scale),
  });
}
