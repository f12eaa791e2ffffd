import { type Markish, type Plot, plot, type ScaleOptions } from "@observablehq/plot";
import type { Forms } from "../i18n/forms.ts";
import type { Words } from "../i18n/language.ts";
import { SVG, svgElement } from "./parts/element.ts";
import { type Frame, ownMark } from "./parts/frame.ts";
import { drawHits, type Hit } from "./parts/hits.ts";
import { tidy } from "./parts/tidy.ts";
import { isNarrow, WIDE } from "./widths.ts";

/** What every chart is given. */
export interface ChartOptions {
  /** Unique on the page; every id within the drawing starts with it. */
  id: string;
  /** What the drawing shows, for those who cannot see it. */
  title: string;
  /** What it says: the sentence that a reader should take away. */
  description: string;
  words: Words;
  forms: Forms;
  /** Of the browser, or of linkedom at build. */
  document: Document;
  /** In units of the drawing, 600 by default; the page scales it to its column. */
  width?: number | undefined;
  /** Topic whose colour the drawing takes; without it, that of the element around it. */
  accent?: string | undefined;
  /** Whether a reader can act on it: boxes to point at lie over what is drawn, each with its datum's place as `data-key`. */
  isLive?: boolean | undefined;
}

/** What a kind of chart draws. */
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

/** Gives the drawing its name, its words for those who cannot see it, and its classes. */
function finish(svg: Element, { id, title, description, accent, width = WIDE }: ChartOptions, kind: string): void {
  const sizes = isNarrow(width) ? "chart chart-narrow" : "chart";
  svg.setAttribute("class", [sizes, `chart-${kind}`, accent ? `accent-${accent}` : ""].filter(Boolean).join(" "));
  svg.setAttribute("xmlns", SVG);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", title);
  if (!description) return;
  const words = svgElement(svg.ownerDocument, "desc", { id: `${id}-desc` });
  words.textContent = description;
  svg.setAttribute("aria-describedby", `${id}-desc`);
  svg.prepend(words);
}

/** Draws with Plot; the same at build and in the browser. */
export function drawChart(kind: string, options: ChartOptions, drawing: Drawing): SVGElement {
  const svg = plotOf(options, drawing);
  tidy(svg);
  finish(svg, options, kind);
  if (options.isLive && drawing.hits) svg.append(drawHits(options.document, drawing.hits(frameOf(options, drawing, svg))));
  return svg;
}

/** The drawing of a chart that was given nothing to show. */
export function drawNothing(kind: string, options: ChartOptions): SVGElement {
  const { width = WIDE, words } = options;
  const none = ownMark(({ document }) => {
    const text = svgElement(document, "text", { class: "muted", x: width / 2, y: 34 });
    text.textContent = words.charts.noData;
    return text;
  });
  return drawChart(kind, options, { height: 60, marks: [none] });
}
