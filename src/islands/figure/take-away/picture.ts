import { svgElement, translated } from "../../../charts/parts/element.ts";
import type { FigureData } from "../../../site/figures/figure.ts";
import { figureFacts } from "../../../site/figures/figure-facts.ts";
import { type Fitted, fitted, type Room } from "./fit-drawing.ts";
import { type Block, blockOf, type Paragraph, SMALLEST, write } from "./paragraphs.ts";
import { plainDrawing } from "./plain-drawing.ts";

/** A figure as a picture of 16 : 9 that fills a slide. */
export interface Picture {
  /** A document of its own. */
  svg: string;
  width: number;
  height: number;
}

/** Faces that office programs have, by their own names. */
const FONTS = `'Microsoft YaHei', 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', Arial, sans-serif`;

const WIDTH = 1280;
const HEIGHT = 720;
/** Around all. */
const MARGIN = 36;
/** Between the drawing and what stands around it. */
const GAP = 20;
/** Width of the words beside a drawing. */
const BESIDE = 380;

/** Characters that a name may have and no XML document may. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

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

/** What it shows, what it says in large letters, and of what. */
function headOf(figure: FigureData): Paragraph[] {
  const { unit, period, filters, chosen, against } = figureFacts(figure);
  const { page, title, sentence } = figure;
  const { facts } = page.words.menu;
  const named = (name: string, words: string) => (words ? page.titled(name, words) : "");
  const selection = page.joined(
    named(facts.unit, unit),
    named(facts.period, period),
    filters,
    named(facts.chosen, chosen),
    named(facts.against, against),
  );
  return [
    { text: sentence ? title : "", sizes: [15], colour: "--ink-muted", after: 4 },
    { text: sentence || title, sizes: [28, 24, 21, 18], most: 3, colour: "--ink", isBold: true, after: 6 },
    { text: selection, sizes: [14], colour: "--ink-muted" },
  ];
}

/** The address as one reads it: names in their own letters. */
function legible(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Cases, source, notes and where it is found. */
const footOf = ({ page, n, source, notes }: FigureData, link: string): Paragraph[] =>
  [page.joined(n ?? "", source), ...notes, legible(link)].map((text, at, all) => ({
    ...{ text, sizes: [SMALLEST], colour: "--ink-muted", isAddress: at === all.length - 1 },
  }));

/** Where the head and the drawing stand. */
interface Layout {
  head: Block;
  room: Room;
  drawing: Fitted;
}

/** The drawing below the words that head it or, where that leaves a high one too little room, beside them. */
function layOut(figure: FigureData, height: number): Layout {
  const head = headOf(figure);
  const across = WIDTH - 2 * MARGIN;
  const above = blockOf(head, across);
  const top = MARGIN + above.height + GAP;
  const below = { x: MARGIN, y: top, width: across, height: MARGIN + height - top };
  const drawing = fitted(figure, below);
  if (drawing.scale >= 1) return { head: above, room: below, drawing };
  const room = { x: MARGIN + BESIDE + 2 * GAP, y: MARGIN, width: across - BESIDE - 2 * GAP, height };
  const beside = fitted(figure, room);
  return beside.scale > drawing.scale
    ? {
        head: blockOf(
          head.map((each) => ({ ...each, most: 9 })),
          BESIDE,
        ),
        room,
        drawing: beside,
      }
    : { head: above, room: below, drawing };
}

/** The figure as one picture: what it says, unit and selection, the drawing with its legend, n, source, notes, and `link` where it is found. */
export const figurePicture = (figure: FigureData, link: string): Picture => onPaper((paper) => pictureOn(paper, figure, link));

function pictureOn(paper: HTMLElement, figure: FigureData, link: string): Picture {
  const foot = blockOf(footOf(figure, link), WIDTH - 2 * MARGIN);
  const footTop = HEIGHT - MARGIN - foot.height;
  const { head, room, drawing } = layOut(figure, footTop - GAP - MARGIN);
  paper.append(drawing.chart);
  const size = { width: WIDTH, height: HEIGHT };
  const picture = svgElement(document, "svg", {
    ...{ xmlns: "http://www.w3.org/2000/svg", ...size, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    ...{ "font-family": FONTS, "text-anchor": "start" },
  });
  const name = svgElement(document, "title");
  name.textContent = figure.title;
  picture.append(name, svgElement(document, "rect", { ...size, fill: "#ffffff" }));
  const tokens = getComputedStyle(paper);
  write(picture, head, { x: MARGIN, y: MARGIN }, tokens);
  const plain = plainDrawing(drawing.chart);
  const free = room.height - drawing.height * drawing.scale;
  plain.setAttribute("transform", `${translated(room.x, room.y + free / 2)} scale(${drawing.scale.toFixed(3)})`);
  picture.append(plain);
  write(picture, foot, { x: MARGIN, y: footTop }, tokens);
  return { svg: new XMLSerializer().serializeToString(picture).replace(NOT_XML, "\uFFFD"), ...size };
}
