import type { RenderFunction } from "@observablehq/plot";
import { svgElement } from "../svg.ts";
import { LINE_HEIGHT, textWidth, widest, wrap } from "./measure.ts";

/** A label to the right of what it names. */
export interface EndLabel {
  /** On the vertical scale. */
  value: number;
  name: string;
  /** Follows the name, and is never cut. */
  number?: string | undefined;
  /** Class of its text. */
  className: string;
}

interface Placed extends EndLabel {
  lines: string[];
  /** Middle of its lines, in units of the drawing. */
  y: number;
}

const GAP = 8;

const halfHeight = ({ lines }: Placed) => (lines.length * LINE_HEIGHT) / 2;

/** Name and number on one line. */
export const fullText = ({ name, number }: Pick<EndLabel, "name" | "number">) => (number === undefined ? name : `${name} ${number}`);

/** On one line if it fits, else the name on one or two and the number after it or below. */
function linesOf({ name, number }: EndLabel, width: number): string[] {
  if (number === undefined || textWidth(fullText({ name, number })) <= width) return wrap(fullText({ name, number }), width);
  const lines = wrap(name, width);
  const last = fullText({ name: lines.at(-1) ?? "", number });
  return textWidth(last) <= width ? [...lines.slice(0, -1), last] : [...lines, number];
}

/** Width to leave on the right for the labels, no more than `most`. */
export const endMargin = (labels: readonly EndLabel[], most: number): number =>
  labels.length > 0 ? Math.min(most, Math.ceil(widest(labels.map(fullText))) + GAP + 2) : GAP;

/** Moves the labels apart, keeping their order and as near to their values as may be, within `top` and `bottom`. */
export function dodge(placed: readonly Placed[], top: number, bottom: number): Placed[] {
  const sorted = [...placed].sort((a, b) => a.y - b.y);
  let free = top;
  const pushed = sorted.map((label) => {
    const y = Math.max(label.y, free + halfHeight(label));
    free = y + halfHeight(label);
    return { ...label, y };
  });
  let limit = bottom;
  const settled = pushed.reverse().map((label) => {
    const y = Math.min(label.y, limit - halfHeight(label));
    limit = y - halfHeight(label);
    return { ...label, y };
  });
  return settled.reverse();
}

/** A mark that writes the labels in the right margin, none on another. */
export function endLabels(labels: readonly EndLabel[]): RenderFunction {
  return (_index, scales, _values, { width, height, marginRight, marginTop, marginBottom }, context) => {
    const group = svgElement(context.document, "g", { "text-anchor": "start" });
    const placed = labels.map((label) => ({ ...label, lines: linesOf(label, marginRight - GAP), y: scales.y?.(label.value) ?? 0 }));
    const x = width - marginRight + GAP;
    for (const { y, lines, className } of dodge(placed, marginTop - LINE_HEIGHT, height - marginBottom + LINE_HEIGHT / 2)) {
      const text = svgElement(context.document, "text", { class: className });
      lines.forEach((line, index) => {
        const row = lines.length > 1 ? svgElement(context.document, "tspan") : text;
        row.setAttribute("x", String(x));
        row.setAttribute("y", String(y + 4 + (index - (lines.length - 1) / 2) * LINE_HEIGHT));
        row.textContent = line;
        if (row !== text) text.append(row);
      });
      group.append(text);
    }
    return group;
  };
}
