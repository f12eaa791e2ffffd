import type { RenderFunction } from "@observablehq/plot";
import { svgElement } from "../svg.ts";
import type { Box } from "./hatch.ts";

/** A mark that draws boxes as they are, such as the keys of a legend. */
export function swatches(boxes: readonly (Box & { className: string })[]): RenderFunction | null {
  if (boxes.length === 0) return null;
  return (_index, _scales, _values, _dimensions, { document }) => {
    const group = svgElement(document, "g");
    for (const { className, ...box } of boxes) group.append(svgElement(document, "rect", { class: className, ...box }));
    return group;
  };
}
