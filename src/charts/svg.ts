import { type PlotOptions, plot } from "@observablehq/plot";
import type { Locale } from "../core/text.ts";
import { WORDS } from "./parts/words.ts";

/** Width of a drawing for columns of 540 px and more, and for narrower ones; see `chartPair`. */
export const WIDE = 600;
export const NARROW = 340;

/** Whether a drawing must do with little width: fewer ticks, labels above rows. */
export const isNarrow = (width: number): boolean => width < 480;

/** What every chart is told. */
export interface ChartOptions {
  /** Unique on the page; every id within the drawing starts with it. */
  id: string;
  /** What the drawing shows, for those who cannot see it. */
  title: string;
  /** What it says: the sentence that a reader should take away. */
  description: string;
  locale: Locale;
  /** Of the browser, or of linkedom at build. */
  document: Document;
  /** In units of the drawing, 600 unless told; the page scales it to its column. */
  width?: number | undefined;
  /** Effect whose colour the drawing takes; without it, that of the element around it. */
  accent?: string | undefined;
}

const SVG = "http://www.w3.org/2000/svg";

const COORDINATES = ["d", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"];

/** What Plot says for its own style sheet; ours is `charts.css`. */
const DROPPED = ["aria-label", "aria-hidden", "font-variant", "font-family", "font-size", "style"];

const round = (text: string) => text.replace(/-?\d+\.\d{2,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(1))));

function tidy(element: Element): void {
  for (const name of DROPPED) element.removeAttribute(name);
  for (const name of COORDINATES) {
    const value = element.getAttribute(name);
    if (value) element.setAttribute(name, round(value));
  }
  for (const child of [...element.children]) {
    if (child.localName === "style") child.remove();
    else tidy(child);
  }
}

/** Gives the drawing its name, its words for those who cannot see it, and its classes. */
function finish(svg: Element, { id, title, description, accent, width = WIDE }: ChartOptions, kind: string): void {
  const sizes = isNarrow(width) ? "chart chart-narrow" : "chart";
  svg.setAttribute("class", [sizes, `chart-${kind}`, accent ? `accent-${accent}` : ""].filter(Boolean).join(" "));
  svg.setAttribute("xmlns", SVG);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", title);
  if (!description) return;
  const words = svg.ownerDocument.createElementNS(SVG, "desc");
  words.setAttribute("id", `${id}-desc`);
  words.textContent = description;
  svg.setAttribute("aria-describedby", `${id}-desc`);
  svg.prepend(words);
}

/** Draws with Plot, then leaves only what a strict page allows: no style, no random names, coordinates to one decimal. */
export function drawChart(kind: string, options: ChartOptions, marks: PlotOptions): SVGElement {
  const svg = plot({ ...marks, className: "chart", document: options.document, width: options.width ?? WIDE, figure: false }) as SVGElement;
  tidy(svg);
  finish(svg, options, kind);
  return svg;
}

/** The drawing of a chart that was given nothing to show. */
export function drawNothing(kind: string, options: ChartOptions): SVGElement {
  const { width = WIDE, document, locale } = options;
  const words = (): SVGElement => {
    const text = svgElement(document, "text", { class: "muted", x: width / 2, y: 34 });
    text.textContent = WORDS[locale].noData;
    return text;
  };
  return drawChart(kind, options, { height: 60, axis: null, marks: [words] });
}

/** An SVG element with its attributes. */
export function svgElement(document: Document, name: string, attributes: Record<string, string | number> = {}): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
