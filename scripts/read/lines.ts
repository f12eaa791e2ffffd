const CR = 0x0d;
const LF = 0x0a;

const isBreak = (byte: number | undefined) => byte === LF || byte === CR;

/** The offset after the line break that ends the line at `from`: LF, CR LF or a lone CR. */
export function endOfLine(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(LF, from);
  const until = feed === -1 ? bytes.length : feed;
  const carriage = bytes.subarray(from, until).indexOf(CR);
  if (carriage === -1 || from + carriage === until - 1) return feed === -1 ? until : feed + 1;
  return from + carriage + 1;
}

/** How many physical lines lie between two offsets; a last one without a line break counts. */
export function countLines(bytes: Buffer, from: number, to: number): number {
  const part = bytes.subarray(0, to);
  let lines = 0;
  for (let at = from; at < to; at = endOfLine(part, at)) lines += 1;
  return lines;
}

/** The offset of the first byte at or after `from` that is no line break. */
export function startOfText(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && isBreak(bytes[at])) at += 1;
  return at;
}
