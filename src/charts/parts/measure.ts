/** Size of a chart's text in units of its drawing; `charts.css` sets the same. */
export const FONT_SIZE = 12;

/** How much larger than measured text is written where a wide drawing is scaled down, so that it stays legible; `charts.css` does so. */
export const ENLARGED = 13.4 / FONT_SIZE;

/** Distance from one line of text to the next. */
export const LINE_HEIGHT = 15;

/** Width of a character as a share of the font size; a little generous, since the reader's face is not known. */
function advance(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (/[ .,:;'!|ijl()[\]\u00a0]/.test(char)) return 0.33;
  if (/[frtI/]/.test(char)) return 0.42;
  if (/[mwMW%+−–=]/.test(char)) return 0.88;
  return /[A-Z0-9¥]/.test(char) ? 0.64 : 0.56;
}

const advances = new Map<string, number>();

/** The same, remembered: drawings measure the same few characters over and over. */
function advanceOf(char: string): number {
  const known = advances.get(char) ?? advance(char);
  advances.set(char, known);
  return known;
}

/** Estimated width of a text at the size of charts. */
export function textWidth(text: string): number {
  let sum = 0;
  for (const char of text) sum += advanceOf(char);
  return sum * FONT_SIZE;
}

/** Width of the widest of the texts, 0 for none. */
export const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth));

/** The text, or as much of it as fits with an ellipsis: `share` of that from its start, the rest from its end. */
function cut(text: string, width: number, share: number): string {
  if (textWidth(text) <= width) return text;
  const characters = [...text];
  for (let kept = characters.length - 1; kept > 1; kept -= 1) {
    const fromStart = Math.ceil(kept * share);
    const [start, end] = [characters.slice(0, fromStart), characters.slice(characters.length - kept + fromStart)];
    const shown = `${start.join("").trimEnd()}…${end.join("").trimStart()}`;
    if (textWidth(shown) <= width) return shown;
  }
  return `${characters[0]}…`;
}

/** The text, or as much of it as fits, with an ellipsis. */
export const truncate = (text: string, width: number): string => cut(text, width, 1);

/** Names as far as they fit: from their start; where that leaves two alike, from start and end, or from the end. */
export function shortened(names: readonly string[], width: number): string[] {
  const ways = [1, 0.5, 0].map((share) => names.map((name) => cut(name, width, share)));
  const different = new Set(names).size;
  return ways.find((way) => new Set(way).size === different) ?? (ways[0] as string[]);
}

/** Where a line may break: after a space, and on either side of a Chinese character, but not after an opening mark or before a closing one. */
const pieces = (text: string) =>
  text.match(/[（《“‘「【]*[\u2e80-\uffef][，。；：、？！）》”’」】]*|[^\u2e80-\uffef\s]+[，。；：、？！）》”’」】]*[ ]?|\s+/gu) ?? [];

/** The text in two at its last space, if both parts fit: keeps a name apart from its number. */
function halves(text: string, width: number): string[] | null {
  const parts = [text.slice(0, text.lastIndexOf(" ")), text.slice(text.lastIndexOf(" ") + 1)];
  return text.includes(" ") && parts.every((part) => textWidth(part) <= width) ? parts : null;
}

/** At most `count` lines of the width; what does not fit ends in an ellipsis. */
export function wrap(text: string, width: number, count = 2): string[] {
  if (textWidth(text) <= width) return [text];
  const parts = count > 1 ? halves(text, width) : null;
  if (parts) return parts;
  const lines = [""];
  for (const piece of pieces(text)) {
    const line = lines.at(-1) ?? "";
    const isFull = textWidth((line + piece).trimEnd()) > width && line !== "";
    if (isFull && lines.length < count) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => truncate(line.trim(), width));
}
