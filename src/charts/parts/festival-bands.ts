import type { RenderFunction } from "@observablehq/plot";
import type { Month } from "../../core/periods.ts";
import { rounded, svgElement } from "./element.ts";
import type { ChartEvent } from "./event-marks.ts";
import { ownMark } from "./frame.ts";
import { textWidth } from "./measure.ts";
import { monthFraction } from "./time-scale.ts";

/** Days off in a row that return every year. */
export interface Festivals {
  name: string;
  /** First and last ISO day of each, oldest first. */
  days: readonly { from: string; to: string }[];
}

/** From the time axis up to the base of the name, and what a name keeps free of a hairline. */
const ABOVE_AXIS = 5;
const CLEAR = 3;

/** A light band for each festival as far as it lies within the plot; the first that has room for it, free of the hairlines of events, is named. */
export function festivalBands(
  festivals: Festivals | undefined,
  domain: readonly [from: Month, to: Month],
  events: readonly ChartEvent[] = [],
): RenderFunction | null {
  const spans = (festivals?.days ?? []).flatMap(({ from, to }) => {
    const [start, end] = [Math.max(monthFraction(from), domain[0]), Math.min(monthFraction(to, true), domain[1])];
    return start < end ? [{ start, end }] : [];
  });
  if (!festivals || spans.length === 0) return null;
  return ownMark(({ document, x, height, width, marginTop, marginBottom, marginLeft, marginRight }) => {
    const base = height - marginBottom;
    const group = svgElement(document, "g", { class: "festival" });
    const boxes = spans.map(({ start, end }) => `M${rounded(x(start))},${marginTop}H${rounded(x(end))}V${base}H${rounded(x(start))}Z`);
    group.append(svgElement(document, "path", { d: boxes.join("") }));
    const half = textWidth(festivals.name) / 2;
    const lines = events.map(({ date }) => x(monthFraction(date)));
    const isFree = (at: number) =>
      at - half >= marginLeft && at + half <= width - marginRight && lines.every((line) => Math.abs(line - at) > half + CLEAR);
    const at = spans.map(({ start, end }) => x((start + end) / 2)).find(isFree);
    if (at !== undefined) {
      const text = svgElement(document, "text", { class: "halo", x: at, y: base - ABOVE_AXIS });
      text.textContent = festivals.name;
      group.append(text);
    }
    return group;
  });
}
