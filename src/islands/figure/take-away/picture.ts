import { svgElement, translated } from "../../../charts/parts/element.ts";
import { wrap } from "../../../charts/parts/measure.ts";
import { WIDE } from "../../../charts/widths.ts";
import type { FigureData } from "../../../site/figures/figure.ts";
import { figureFacts } from "../../../site/figures/figure-facts.ts";
import { plainDrawing } from "./plain-drawing.ts";

/** A figure as one picture, to be set in a document. */
export interface Picture {
  /** A document of its own. */
  svg: string;
  width: number;
  height: number;
}

/** Faces that office programs have, by their own names. */
const FONTS = `'Microsoft YaHei', 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', Arial, sans-serif`;

/** Around all. */
const PADDING = 20;
/** Between the drawing and what stands around it. */
const GAP = 12;
/** Size for which `wrap` measures. */
const MEASURED = 12;

/** A paragraph of the picture. */
interface Paragraph {
  text: string;
  size: number;
  /** From one line to the next. */
  leading: number;
  /** Token of its colour. */
  colour: "--ink" | "--ink-muted";
  isBold?: boolean;
  /** Free space below. */
  after?: number;
}

const MOST_LINES = 6;

/** Characters that a name may have and no XML document may. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Where paragraphs are written. */
interface Column {
  top: number;
  width: number;
  /** In which tokens are looked up. */
  paper: CSSStyleDeclaration;
}

/** Writes paragraphs from `top` down, and says where they end. */
function write(picture: SVGElement, paragraphs: readonly Paragraph[], { top, width, paper }: Column): number {
  let y = top;
  for (const { text, size, leading, colour, isBold = false, after = 0 } of paragraphs) {
    if (!text) continue;
    const look = { "font-size": size, "font-weight": isBold ? "bold" : undefined, fill: paper.getPropertyValue(colour) };
    for (const line of wrap(text, (width * MEASURED) / size, MOST_LINES)) {
      const element = svgElement(document, "text", { x: PADDING, y: y + size, ...look });
      element.textContent = line;
      picture.append(element);
      y += leading;
    }
    y += after;
  }
  return y;
}

/** Works on a sheet that is light whatever the page's theme. */
function onPaper<T>(work: (paper: HTMLElement) => T): T {
  const paper = document.createElement("div");
  paper.className = "paper";
  paper.hidden = true;
  document.body.append(paper);
  try {
    return work(paper);
  } finally {
    paper.remove();
  }
}

function paragraphsOf(figure: FigureData): { above: Paragraph[]; below: Paragraph[] } {
  const { unit, period, filters, chosen, against } = figureFacts(figure);
  const { page } = figure;
  const { facts } = page.words.menu;
  const named = (name: string, words: string) => (words ? page.titled(name, words) : "");
  const selection = page.joined(
    named(facts.unit, unit),
    named(facts.period, period),
    filters,
    named(facts.chosen, chosen),
    named(facts.against, against),
  );
  const small = { size: 11, leading: 16, colour: "--ink-muted" } as const;
  return {
    above: [
      { text: figure.title, size: 17, leading: 24, colour: "--ink", isBold: true, after: 2 },
      { text: figure.sentence ?? "", size: 13, leading: 20, colour: "--ink", after: 2 },
      { text: selection, size: 12, leading: 18, colour: "--ink-muted", after: GAP },
    ],
    below: [{ text: page.joined(figure.n ?? "", figure.source), ...small }, ...figure.notes.map((text) => ({ text, ...small }))],
  };
}

/** The figure as one picture: title, what it says, unit and selection, the drawing with its legend, n and source. */
export const figurePicture = (figure: FigureData): Picture => onPaper((paper) => pictureOn(paper, figure));

function pictureOn(paper: HTMLElement, figure: FigureData): Picture {
  const chart = figure.draw({ id: `${figure.id}-picture`, width: WIDE });
  paper.append(chart);
  const { above, below } = paragraphsOf(figure);
  const inner = Number(chart.getAttribute("width"));
  const width = inner + 2 * PADDING;
  const picture = svgElement(document, "svg", { xmlns: "http://www.w3.org/2000/svg", "font-family": FONTS, "text-anchor": "start" });
  const name = svgElement(document, "title");
  name.textContent = figure.title;
  const ground = svgElement(document, "rect", { width, fill: "#ffffff" });
  picture.append(name, ground);
  const column = { width: inner, paper: getComputedStyle(paper) };
  const start = write(picture, above, { ...column, top: PADDING });
  const drawing = plainDrawing(chart);
  drawing.setAttribute("transform", translated(PADDING, start));
  picture.append(drawing);
  const end = write(picture, below, { ...column, top: start + Number(chart.getAttribute("height")) + GAP });
  const height = Math.ceil(end + PADDING);
  for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) picture.setAttribute(key, String(value));
  ground.setAttribute("height", String(height));
  return { svg: new XMLSerializer().serializeToString(picture).replace(NOT_XML, "\uFFFD"), width, height };
}
