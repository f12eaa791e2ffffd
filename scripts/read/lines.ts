const CR = 0x0d;
const LF = 0x0a;

/** The offset of the line break that ends the line at `from`, or of the end of the text. */
export function endOfText(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBreak(text, at)) at += 1;
  return at;
}

/** The offset after the line break that ends the line at `from`: LF, CR LF or a lone CR. */
export function endOfLine(text: string, from: number): number {
  const at = endOfText(text, from);
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : Math.min(at + 1, text.length);
}

/** How many physical lines lie between two offsets; a last one without a line break counts. */
export function countLines(text: string, from = 0, to = text.length): number {
  let lines = 0;
  for (let at = from; at < to; at = endOfLine(text, at)) lines += 1;
  return lines;
}

/** The offset of the first character at or after `from` that is no line break. */
export function startOfText(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBreak(text, at)) at += 1;
  return at;
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === LF || code === CR;
}
