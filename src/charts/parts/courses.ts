import type { RenderFunction } from "@observablehq/plot";
import { svgElement } from "./element.ts";
import { ownMark } from "./frame.ts";
import { through } from "./line-path.ts";
import { classes, type Selectable, selectedClass } from "./selected.ts";

/** A small line without axes; a missing value leaves a gap. */
export interface Course extends Selectable {
  /** Oldest first, evenly apart. */
  values: readonly (number | null)[];
  /** Left end and middle, in units of the drawing. */
  x: number;
  y: number;
}

/** The pieces of a line between its gaps; each value at its own scale, a level line in the middle. */
function pathOf({ values, x, y }: Course, { width, height }: { width: number; height: number }): string {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const placeOf = (value: number) => (high > low ? y + height / 2 - ((value - low) / (high - low)) * height : y);
  const step = width / Math.max(values.length - 1, 1);
  return through(values.map((value, at) => ({ x: x + at * step, y: value === null ? null : placeOf(value) })));
}

/** A mark that draws lines, each within a box of this size. */
export function courses(lines: readonly Course[], size: { width: number; height: number }): RenderFunction | null {
  if (lines.length === 0) return null;
  return ownMark(({ document }) => {
    const group = svgElement(document, "g");
    for (const line of lines) {
      group.append(svgElement(document, "path", { class: classes("course", selectedClass(line)) ?? "", d: pathOf(line, size) }));
    }
    return group;
  });
}
