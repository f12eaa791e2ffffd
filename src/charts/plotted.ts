import { type Markish, type Plot, plot, type ScaleOptions } from "@observablehq/plot";
import { type ChartOptions, finish } from "./drawing.ts";
import type { Frame } from "./parts/frame.ts";
import { drawHits, type Hit } from "./parts/hits.ts";
import { tidy } from "./parts/tidy.ts";
import { WIDE } from "./widths.ts";

/** What a kind of chart draws with Plot. */
export interface Drawing {
  height: number;
  /** Free space around the plot; none by default. */
  marginLeft?: number | undefined;
  marginRight?: number | undefined;
  marginTop?: number | undefined;
  marginBottom?: number | undefined;
  /** What the scales span; without it, they are units of the drawing. */
  x?: readonly [number, number] | undefined;
  y?: readonly [number, number] | undefined;
  /** Scales of plots that stand side by side or one below the other. */
  fx?: ScaleOptions | undefined;
  fy?: ScaleOptions | undefined;
  /** From the bottom to the top. */
  marks: Markish[];
  /** What a reader can point at. */
  hits?: ((frame: Frame) => readonly Hit[]) | undefined;
}

type Margins = Pick<Frame, "marginLeft" | "marginRight" | "marginTop" | "marginBottom">;

const marginsOf = ({ marginLeft = 0, marginRight = 0, marginTop = 0, marginBottom = 0 }: Drawing): Margins => ({
  ...{ marginLeft, marginRight, marginTop, marginBottom },
});

const scaleOf = (domain: readonly [number, number] | undefined): ScaleOptions =>
  domain ? { type: "linear", domain, axis: null } : { type: "identity", axis: null };

function plotOf({ document, width = WIDE }: ChartOptions, drawing: Drawing) {
  const { height, x, y, fx, fy, marks } = drawing;
  return plot({
    ...{ document, width, height, ...marginsOf(drawing), className: "chart", figure: false },
    ...{ x: scaleOf(x), y: scaleOf(y), ...(fx && { fx }), ...(fy && { fy }), marks },
  }) as SVGSVGElement & Plot;
}

function frameOf({ document, width = WIDE }: ChartOptions, drawing: Drawing, { scale }: Plot): Frame {
  const [x, y] = [scale("x"), scale("y")];
  return {
    ...{ document, width, height: drawing.height, ...marginsOf(drawing) },
    x: (value) => x?.apply(value),
    y: (value) => y?.apply(value),
  };
}

/** Draws with Plot; the same at build and in the browser. */
export function drawChart(kind: string, options: ChartOptions, drawing: Drawing): SVGElement {
  const svg = plotOf(options, drawing);
  tidy(svg);
  finish(svg, options, kind);
  if (options.isLive && drawing.hits) svg.append(drawHits(options.document, drawing.hits(frameOf(options, drawing, svg))));
  return svg;
}
