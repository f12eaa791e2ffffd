import stringWidth from "string-width";

/** Width of a letter and of a Chinese character, of the size of its type; a little generous, since the reader's face is not known, and programs put space between the two. */
const [LETTER, CHARACTER] = [0.6, 1.1];

/** Width of a line of text, of the size of its type. */
export function emsOf(line: string): number {
  const count = [...line].length;
  const wide = stringWidth(line) - count;
  return wide * CHARACTER + (count - wide) * LETTER;
}
