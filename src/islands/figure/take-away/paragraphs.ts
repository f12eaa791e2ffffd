import { svgElement } from "../../../charts/parts/element.ts";
import { textWidth, wrap } from "../../../charts/parts/measure.ts";

/** Smallest type of a picture. */
export const SMALLEST = 12;
/** Size for which `wrap` measures. */
const MEASURED = 12;
/** How much wider bold letters are than `wrap` measures. */
const BOLD = 1.06;
/** Distance from one line to the next, in sizes of its type. */
const LEADING = 1.4;

/** A paragraph of a picture. */
export interface Paragraph {
  text: string;
  /** Of its type: the first at which it takes at most `most` lines, else the last. */
  sizes: readonly number[];
  most?: number;
  /** Token of its colour. */
  colour: "--ink" | "--ink-muted";
  isBold?: boolean | undefined;
  /** It has no spaces at which it could break, so it breaks after its signs. */
  isAddress?: boolean;
  /** Free space below. */
  after?: number;
}

interface Line extends Pick<Paragraph, "text" | "colour" | "isBold"> {
  size: number;
  /** Of its foot, from the top of the block. */
  y: number;
}

/** Paragraphs broken into lines. */
export interface Block {
  lines: readonly Line[];
  height: number;
}

/** Lines of an address, each as long as fits, whole but for its breaks. */
function addressLines(text: string, width: number): string[] {
  const lines = [""];
  for (const piece of text.match(/[^/?&=,#-]*[/?&=,#-]?/g) ?? []) {
    const line = lines.at(-1) ?? "";
    if (line && textWidth(line + piece) > width) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines;
}

function linesAt({ text, isBold, isAddress }: Paragraph, size: number, width: number): string[] {
  const room = (width * MEASURED) / size / (isBold ? BOLD : 1);
  return isAddress ? addressLines(text, room) : wrap(text, room, Number.POSITIVE_INFINITY);
}

/** Breaks paragraphs into lines of a width; empty ones are left out. */
export function blockOf(paragraphs: readonly Paragraph[], width: number): Block {
  const lines: Line[] = [];
  let [height, free] = [0, 0];
  for (const paragraph of paragraphs) {
    const { text, sizes, most = Number.POSITIVE_INFINITY, colour, isBold, after = 0 } = paragraph;
    if (!text) continue;
    height += free;
    const size = sizes.find((each) => linesAt(paragraph, each, width).length <= most) ?? sizes.at(-1) ?? SMALLEST;
    for (const line of linesAt(paragraph, size, width)) {
      lines.push({ text: line, colour, isBold, size, y: height + size });
      height += size * LEADING;
    }
    free = after;
  }
  return { lines, height };
}

/** Writes a block at a place; `paper` is where tokens are looked up. */
export function write(picture: SVGElement, { lines }: Block, { x, y }: { x: number; y: number }, paper: CSSStyleDeclaration): void {
  for (const { text, colour, isBold, size, y: foot } of lines) {
    const look = { "font-size": size, "font-weight": isBold ? "bold" : undefined, fill: paper.getPropertyValue(colour) };
    const element = svgElement(picture.ownerDocument, "text", { x, y: y + foot, ...look });
    element.textContent = text;
    picture.append(element);
  }
}
