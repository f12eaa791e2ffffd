import type { RenderFunction } from "@observablehq/plot";
import { rounded, svgElement } from "./element.ts";
import { ownMark } from "./frame.ts";

/** A rectangle in units of the drawing. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const STEP = 4;

/** The path of diagonal lines across a box, as a sign that a value is withheld; drawn without a pattern, so it needs no id. */
export function hatchPath({ x, y, width, height }: Box): string {
  const lines: string[] = [];
  for (let offset = STEP; offset < width + height; offset += STEP) {
    const startX = x + Math.max(0, offset - height);
    const startY = y + Math.min(offset, height);
    const run = Math.min(offset, width) - Math.max(0, offset - height);
    lines.push(`M${rounded(startX)},${rounded(startY)}l${rounded(run)},${rounded(-run)}`);
  }
  return lines.join("");
}

/** A mark that hatches the boxes. */
export function hatch(boxes: readonly Box[]): RenderFunction | null {
  if (boxes.length === 0) return null;
  return ownMark(({ document }) => svgElement(document, "path", { class: "hatch", d: boxes.map(hatchPath).join("") }));
}
