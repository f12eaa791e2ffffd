import type { RenderFunction } from "@observablehq/plot";
import { svgElement } from "../svg.ts";
import { LINE_HEIGHT, textWidth, truncate } from "./measure.ts";

/** A word on a place along the horizontal axis, in units of the drawing. */
export interface Note {
  x: number;
  label: string;
}

interface Span {
  start: number;
  end: number;
}

interface Placed extends Note {
  isLeft: boolean;
  row: number;
}

const GAP = 4;

/** Those within the range, each in the highest row in which it touches no other; labels point inwards, and so do the steps between their rows. */
export function placeNotes(notes: readonly Note[], [from, to]: readonly [number, number]): Placed[] {
  const centre = (from + to) / 2;
  const labels = notes
    .filter(({ x }) => x >= from && x <= to)
    .map(({ x, label }) => ({ x, isLeft: x > centre, label: truncate(label, (x > centre ? x : to - x) - GAP) }))
    .sort((a, b) => Math.abs(b.x - centre) - Math.abs(a.x - centre));
  const rows: Span[][] = [];
  return labels.map((label) => ({ ...label, row: takeRow(rows, spanOf(label)) }));
}

function spanOf({ x, label, isLeft }: Omit<Placed, "row">): Span {
  const reach = GAP + textWidth(label);
  return isLeft ? { start: x - reach, end: x } : { start: x, end: x + reach };
}

function takeRow(rows: Span[][], span: Span): number {
  const isFree = (row: readonly Span[]) => row.every(({ start, end }) => span.end + 2 * GAP < start || span.start > end + 2 * GAP);
  const free = rows.findIndex(isFree);
  const row = free < 0 ? rows.push([]) - 1 : free;
  rows[row]?.push(span);
  return row;
}

/** Height that the rows of notes need above the plot. */
export const notesHeight = (notes: readonly Placed[]): number => (Math.max(-1, ...notes.map(({ row }) => row)) + 1) * LINE_HEIGHT;

/** A mark: a hairline from each note down to the axis. The notes hang from the top of the drawing. */
export function writeNotes(notes: readonly Placed[]): RenderFunction | null {
  if (notes.length === 0) return null;
  return (_index, _scales, _values, { height, marginBottom }, { document }) => {
    const topOf = (row: number) => row * LINE_HEIGHT + 2;
    const group = svgElement(document, "g", { class: "note" });
    group.append(svgElement(document, "path", { d: notes.map(({ x, row }) => `M${x},${topOf(row)}V${height - marginBottom}`).join("") }));
    for (const { x, label, isLeft, row } of notes) {
      const text = svgElement(document, "text", {
        x: x + (isLeft ? -GAP : GAP),
        y: topOf(row) + 10,
        "text-anchor": isLeft ? "end" : "start",
      });
      text.textContent = label;
      group.append(text);
    }
    return group;
  };
}
