import type { RenderFunction } from "@observablehq/plot";
import type { Month } from "../../core/periods.ts";
import { rounded, svgElement } from "./element.ts";
import type { ChartEvent } from "./event-marks.ts";
import { ownMark } from "./frame.ts";
import { crosses } from "./line-path.ts";
import { FONT_SIZE, LINE_HEIGHT, textWidth } from "./measure.ts";
import type { TrendPoint } from "./points.ts";
import { middleOf, monthFraction } from "./time-scale.ts";

/** Days off in a row that return every year. */
export interface Festivals {
  name: string;
  /** First and last ISO day of each, oldest first. */
  days: readonly { from: string; to: string }[];
}

/** What is drawn over the bands, and what their name is to keep off. */
export interface Drawn {
  events?: readonly ChartEvent[] | undefined;
  /** Points of each line. */
  lines: readonly (readonly Pick<TrendPoint, "period" | "value">[])[];
}

/** From the time axis up to the base of the name, from the top of the plot down to it, and what it keeps free around it. */
const ABOVE_AXIS = 5;
const BELOW_TOP = 14;
const CLEAR = 3;

/**
 * A light band for each festival as far as it lies within the plot. One is named, on its middle or from one of its edges, free of the hairlines of
 * events: at the axis or at the top, between them where the lines leave room at neither; where they leave none at all, at the axis.
 */
export function festivalBands(
  festivals: Festivals | undefined,
  domain: readonly [from: Month, to: Month],
  { events = [], lines }: Drawn,
): RenderFunction | null {
  const spans = (festivals?.days ?? []).flatMap(({ from, to }) => {
    const [start, end] = [Math.max(monthFraction(from), domain[0]), Math.min(monthFraction(to, true), domain[1])];
    return start < end ? [{ start, end }] : [];
  });
  if (!festivals || spans.length === 0) return null;
  return ownMark(({ document, x, y, height, width, marginTop, marginBottom, marginLeft, marginRight }) => {
    const base = height - marginBottom;
    const group = svgElement(document, "g", { class: "festival" });
    const boxes = spans.map(({ start, end }) => `M${rounded(x(start))},${marginTop}H${rounded(x(end))}V${base}H${rounded(x(start))}Z`);
    group.append(svgElement(document, "path", { d: boxes.join("") }));
    const half = textWidth(festivals.name) / 2;
    const hairlines = events.map(({ date }) => x(monthFraction(date)));
    const isFree = (at: number) =>
      at - half >= marginLeft && at + half <= width - marginRight && hairlines.every((line) => Math.abs(line - at) > half + CLEAR);
    const beside = spans.flatMap(({ start, end }) => [x(end) - half, x(start) + half]);
    const middles = [...spans.map(({ start, end }) => x((start + end) / 2)), ...beside].filter(isFree);
    const [lowest, highest] = [base - ABOVE_AXIS, marginTop + BELOW_TOP];
    const between = Array.from(
      { length: Math.max(Math.floor((lowest - highest) / LINE_HEIGHT), 0) },
      (_, row) => lowest - row * LINE_HEIGHT,
    );
    const places = [lowest, highest, ...between.slice(1)].flatMap((foot) => middles.map((at) => ({ at, foot })));
    const placed = lines.map((points) =>
      points.map(({ period, value }) => ({ x: x(middleOf(period)), y: value === null ? null : y(value) })),
    );
    const isClear = ({ at, foot }: { at: number; foot: number }) =>
      placed.every(
        (points) =>
          !crosses(points, { left: at - half - CLEAR, right: at + half + CLEAR, top: foot - FONT_SIZE - CLEAR, bottom: foot + CLEAR }),
      );
    const place = places.find(isClear) ?? places[0];
    if (place) {
      const text = svgElement(document, "text", { class: "halo", x: place.at, y: place.foot });
      text.textContent = festivals.name;
      group.append(text);
    }
    return group;
  });
}
