import stringWidth from "string-width";
import type { Placeholder } from "./layouts.ts";

const POINTS = 72;
/** What a placeholder keeps free at its sides, and above and beneath together, in inches. */
const [SIDES, ENDS] = [0.2, 0.1];
/** Of the size of its type: the height of a line, what is lost at its end, where text breaks, and the width of a character of a terminal. */
const [LINE, LOSS, CHARACTER] = [1.2, 1.5, 0.5];

const linesOf = (text: string, size: number, width: number): number =>
  Math.max(1, Math.ceil((stringWidth(text) * CHARACTER * size) / Math.max(size, width * POINTS - LOSS * size)));

const isFitting = (paragraphs: readonly string[], size: number, { w, h }: { w: number; h: number }): boolean =>
  paragraphs.reduce((lines, text) => lines + linesOf(text, size, w - SIDES), 0) * size * LINE <= (h - ENDS) * POINTS;

const PERCENTS = Array.from({ length: 16 }, (_, i) => 100 - i * 5);

/** To how many percent of its size text has to shrink so that it fits into a placeholder. */
export function percentFor({ box, size }: Placeholder, paragraphs: readonly string[]): number {
  if (!box) return 100;
  return PERCENTS.find((percent) => isFitting(paragraphs, (size * percent) / 100, box)) ?? (PERCENTS.at(-1) as number);
}
