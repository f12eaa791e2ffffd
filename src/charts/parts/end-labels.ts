import type { RenderFunction } from "@observablehq/plot";
import { apart, type Placed } from "./apart.ts";
import { rounded, svgElement } from "./element.ts";
import { type Frame, ownMark } from "./frame.ts";
import type { Hit } from "./hits.ts";
import { ENLARGED, LINE_HEIGHT, textWidth, widest, wrap } from "./measure.ts";

/** A label to the right of what it names. */
export interface EndLabel {
  /** On the vertical scale. */
  value: number;
  name: string;
  /** Follows the name, and is never cut. */
  number?: string | undefined;
  /** Class of its text. */
  className: string;
  /** Key of its hit, where it is an entry that a reader can act on. */
  key?: number | undefined;
}

/** Its middle and half its height along the vertical. */
interface PlacedLabel extends EndLabel, Placed {
  lines: string[];
}

const GAP = 8;

/** Left above and below a label of several lines, so that it is not read as one with the next. */
const APART = 2;

/** Name and number on one line. */
export const fullText = ({ name, number }: Pick<EndLabel, "name" | "number">) => (number === undefined ? name : `${name} ${number}`);

/** Says above labels of what period their numbers are; `low` and `high` are the ends of the vertical scale. */
export const periodLabel = (name: string, [low, high]: readonly [number, number]): EndLabel => ({
  ...{ value: high + (high - low), name, className: "muted" },
});

/** On one line if it fits, else the name on one or two and the number after it, or below with the last word of the name, or alone. */
function linesOf({ name, number }: EndLabel, width: number): string[] {
  const fits = (text: string) => textWidth(text) <= width;
  if (number === undefined || fits(fullText({ name, number }))) return wrap(fullText({ name, number }), width);
  const lines = wrap(name, width);
  const [before, last] = [lines.slice(0, -1), lines.at(-1) ?? ""];
  const whole = fullText({ name: last, number });
  if (fits(whole)) return [...before, whole];
  const space = last.lastIndexOf(" ");
  const ending = fullText({ name: last.slice(space + 1), number });
  return space > 0 && !last.endsWith("…") && fits(ending) ? [...before, last.slice(0, space), ending] : [...lines, number];
}

/** Width to leave on the right for the labels: no more than `most`, but that numbers have their room. */
export function endMargin(labels: readonly EndLabel[], most: number): number {
  if (labels.length === 0) return GAP;
  const roomFor = (texts: readonly string[]) => Math.ceil(widest(texts) * ENLARGED) + GAP + 2;
  return Math.max(Math.min(most, roomFor(labels.map(fullText))), roomFor(labels.map(({ number = "" }) => number)));
}

/** The labels in the right margin from the top down, none on another. */
function placeLabels(labels: readonly EndLabel[], { y, height, marginRight, marginTop, marginBottom }: Omit<Frame, "document">) {
  const placed = labels.map((label): PlacedLabel => {
    const lines = linesOf(label, (marginRight - GAP) / ENLARGED);
    return { ...label, lines, at: y(label.value), half: (lines.length * LINE_HEIGHT) / 2 + (lines.length > 1 ? APART : 0) };
  });
  return apart(placed, marginTop - LINE_HEIGHT, height - marginBottom + LINE_HEIGHT / 2);
}

/** A mark that writes the labels in the right margin, none on another. */
export function endLabels(labels: readonly EndLabel[]): RenderFunction {
  return ownMark(({ document, ...frame }) => {
    const group = svgElement(document, "g", { "text-anchor": "start" });
    const x = frame.width - frame.marginRight + GAP;
    for (const { at, lines, className } of placeLabels(labels, frame)) {
      const text = svgElement(document, "text", { class: className });
      lines.forEach((line, index) => {
        const row = lines.length > 1 ? svgElement(document, "tspan") : text;
        row.setAttribute("x", String(rounded(x)));
        row.setAttribute("y", String(rounded(at + 4 + (index - (lines.length - 1) / 2) * LINE_HEIGHT)));
        row.textContent = line;
        if (row !== text) text.append(row);
      });
      group.append(text);
    }
    return group;
  });
}

/** Height of a box that a thumb hits, in units of the drawing. */
const THUMB = 44;

/** Boxes over the labels that have a key, from the top down: as tall as a thumb needs, but no farther than halfway to the next label. */
export function endHits(labels: readonly EndLabel[], frame: Omit<Frame, "document">): Hit[] {
  const placed = placeLabels(labels, frame);
  const x = frame.width - frame.marginRight + GAP;
  return placed.flatMap((label, index) => {
    const { at, half } = label;
    const free = (other: PlacedLabel | undefined) => (other ? Math.abs(at - other.at) - half - other.half : THUMB) / 2;
    const reach = (other: PlacedLabel | undefined) => half + Math.min(free(other), Math.max(THUMB / 2 - half, 0));
    const top = Math.max(at - reach(placed[index - 1]), 0);
    const bottom = Math.min(at + reach(placed[index + 1]), frame.height);
    if (label.key === undefined || bottom <= top) return [];
    return [{ key: label.key, x, y: top, width: frame.width - x, height: bottom - top }];
  });
}
