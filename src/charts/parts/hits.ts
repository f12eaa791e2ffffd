import { svgElement } from "./element.ts";
import type { Frame } from "./frame.ts";
import type { Box } from "./hatch.ts";

/** What a reader can point at: the box of a datum, and the datum's place among those that the chart was given. */
export interface Hit extends Box {
  key: number;
}

/** Boxes over the whole drawing that take pointers and nothing else. */
export function drawHits(document: Document, hits: readonly Hit[]): SVGElement {
  const group = svgElement(document, "g", { class: "hits" });
  for (const { key, x, y, width, height } of hits) {
    group.append(svgElement(document, "rect", { class: "hit", "data-key": String(key), x, y, width, height }));
  }
  return group;
}

/** How far a column may reach out of the plot, so that the dots at its ends are within. */
const REACH = 8;

/** Boxes from the top margin to the bottom of the drawing, from `start` to `end` on the horizontal scale. */
export function columnHits(columns: readonly { key: number; start: number; end: number }[], frame: Omit<Frame, "document" | "y">): Hit[] {
  const { x, width, height, marginLeft, marginRight, marginTop } = frame;
  const clamp = (place: number) => Math.min(Math.max(place, marginLeft - REACH, 0), width - marginRight + REACH, width);
  return columns.map(({ key, start, end }) => {
    const [from, to] = [clamp(x(start)), clamp(x(end))];
    return { key, x: from, y: marginTop, width: to - from, height: height - marginTop };
  });
}
