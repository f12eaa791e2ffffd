import type { Forms } from "../i18n/forms.ts";
import type { Words } from "../i18n/language.ts";
import { SVG, svgElement } from "./parts/element.ts";
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

/** Gives the drawing its name, its words for those who cannot see it, and its classes. */
export function finish(svg: Element, { id, title, description, accent, width = WIDE }: ChartOptions, kind: string): void {
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

/** A drawing of what is given, from the bottom to the top. */
export function drawingOf(
  kind: string,
  options: ChartOptions,
  { height, marks }: { height: number; marks: readonly SVGElement[] },
): SVGElement {
  const { document, width = WIDE } = options;
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  const svg = svgElement(document, "svg", { ...size, fill: "currentColor", "text-anchor": "middle" });
  svg.append(...marks);
  finish(svg, options, kind);
  return svg;
}

/** The drawing of a chart that was given nothing to show. */
export function drawNothing(kind: string, options: ChartOptions): SVGElement {
  const { document, width = WIDE, words } = options;
  const none = svgElement(document, "text", { class: "muted", x: width / 2, y: 34 });
  none.textContent = words.charts.noData;
  return drawingOf(kind, options, { height: 60, marks: [none] });
}
