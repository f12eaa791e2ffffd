import type { RenderFunction } from "@observablehq/plot";
import { svgElement } from "./element.ts";
import { ownMark } from "./frame.ts";
import type { Box } from "./hatch.ts";

/** A mark that draws boxes as they are, such as the keys of a legend. */
export function swatches(boxes: readonly (Box & { className: string })[]): RenderFunction | null {
  if (boxes.length === 0) return null;
  return ownMark(({ document }) => {
    const group = svgElement(document, "g");
    for (const { className, ...box } of boxes) group.append(svgElement(document, "rect", { class: className, ...box }));
    return group;
  });
}
