import { isNarrow } from "../widths.ts";
import type { Hit } from "./hits.ts";
import type { Label } from "./label.ts";
import { ENLARGED, LINE_HEIGHT, shortened, widest, wrap } from "./measure.ts";

/** How a chart of one row per item sets its rows and their labels: left of the rows where there is room, above them where there is not. */
export interface RowLayout {
  labels: (Label & { row: number })[];
  /** Width that the labels take on the left. */
  labelWidth: number;
  rowHeight: number;
  /** Height of the whole, head included. */
  height: number;
  /** Middle of the lane in which a row's marks are drawn. */
  laneOf: (row: number) => number;
  /** From top to bottom of what a vertical rule crosses: all rows at once, or only their lanes where labels stand between them. */
  lanes: { start: number; end: number }[];
  /** Middle of the line on which a row's count stands. */
  countOf: (row: number) => number;
}

const MOST = 190;
/** From this many rows on they stand closer, with labels of a line, so that all are in sight at once. */
const DENSE = 17;
const GAP = 8;
/** How far a rule reaches above and below a lane. */
const REACH = 9;

/** `head` is the height above the first row. */
export function rowLayout(labels: readonly string[], { width, head }: { width: number; head: number }): RowLayout {
  const isAbove = isNarrow(width);
  const isDense = labels.length >= DENSE;
  const [room, lineCount] = isAbove ? [width - 48, 1] : [MOST, 2];
  const lines = isDense ? shortened(labels, room).map((label) => [label]) : labels.map((label) => wrap(label, room, lineCount));
  const isTall = lines.some(({ length }) => length > 1);
  const rowHeight = isAbove ? LINE_HEIGHT + (isDense ? 15 : 27) : isTall ? 2 * LINE_HEIGHT + 8 : isDense ? 24 : 28;
  const above = isAbove ? LINE_HEIGHT / 2 : rowHeight / 2;
  const lane = isAbove ? LINE_HEIGHT + (isDense ? 7 : 11) : rowHeight / 2;
  const place = (offset: number) => (row: number) => head + row * rowHeight + offset;
  return {
    labels: lines.flatMap((texts, row) =>
      texts.map((text, index) => ({
        x: 0,
        y: place(above)(row) + (index - (texts.length - 1) / 2) * LINE_HEIGHT,
        text,
        anchor: "start" as const,
        row,
      })),
    ),
    labelWidth: isAbove ? 0 : Math.ceil(widest(lines.flat()) * ENLARGED) + GAP,
    rowHeight,
    height: head + labels.length * rowHeight + 4,
    laneOf: place(lane),
    lanes: isAbove
      ? labels.map((_, row) => ({ start: place(lane)(row) - REACH, end: place(lane)(row) + REACH }))
      : [{ start: head, end: head + labels.length * rowHeight }],
    countOf: place(above),
  };
}

/** Each of the first `count` rows as wide as the drawing, its label and numbers included. */
export const rowHits = (count: number, { rowHeight, width, head }: { rowHeight: number; width: number; head: number }): Hit[] =>
  Array.from({ length: count }, (_, key) => ({ key, x: 0, y: head + key * rowHeight, width, height: rowHeight }));
