import type { RenderFunction } from "@observablehq/plot";
import { svgElement } from "./element.ts";
import { ownMark } from "./frame.ts";

/** A line of text in units of the drawing; `y` is the middle of the line. */
export interface Label {
  x: number;
  y: number;
  text: string;
  className?: string | undefined;
  anchor?: "start" | "end" | undefined;
}

/** Half the height of a figure: from the middle of a line down to its base. */
const TO_BASE = 4;

/** A mark that writes the labels where they say. */
export function writeLabels(labels: readonly Label[]): RenderFunction {
  return ownMark(({ document }) => {
    const group = svgElement(document, "g");
    for (const { x, y, text, className, anchor } of labels) {
      if (!text) continue;
      const element = svgElement(document, "text", { x, y: y + TO_BASE });
      if (className) element.setAttribute("class", className);
      if (anchor) element.setAttribute("text-anchor", anchor);
      element.textContent = text;
      group.append(element);
    }
    return group;
  });
}
