import type { RenderFunction } from "@observablehq/plot";
import { rounded, svgElement } from "./element.ts";
import { ownMark } from "./frame.ts";
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

/** From a hairline to its label. */
const GAP = 4;

/** Those within the range, each in the highest row in which it touches no other; labels point inwards, and so do the steps between their rows. */
export function placeNotes(notes: readonly Note[], [from, to]: readonly [number, number]): Placed[] {
  const centre = (from + to) / 2;
  const labels = notes
    .filter(({ x }) => x >= from && x <= to)
    .map(({ x, label }) => ({ x, isLeft: x > centre, label: truncate(label, (x > centre ? x : to - x) - GAP) }))
    .sort((a, b) => Math.abs(b.x - centre) - Math.abs(a.x - centre));
  const rows: Span[][] = [];
  return labels.map((note) => {
    const row = freeRow(rows, spanOf(note));
    rows[row] = [...(rows[row] ?? []), spanOf(note)];
    return { ...note, row };
  });
}

function spanOf({ x, label, isLeft }: Omit<Placed, "row">): Span {
  const reach = GAP + textWidth(label);
  return isLeft ? { start: x - reach, end: x } : { start: x, end: x + reach };
}

/** The highest row with room for the span; a new one if there is none. */
function freeRow(rows: readonly (readonly Span[])[], span: Span): number {
  const free = rows.findIndex((row) => row.every(({ start, end }) => span.end + 2 * GAP < start || span.start > end + 2 * GAP));
  return free < 0 ? rows.length : free;
}

/** Height that the rows of notes need above the plot. */
export const notesHeight = (notes: readonly Placed[]): number => Math.max(0, ...notes.map(({ row }) => row + 1)) * LINE_HEIGHT;

const topOf = (row: number) => row * LINE_HEIGHT + 2;

/** A mark: a hairline from each note down to the axis. The notes hang from the top of the drawing. */
export function writeNotes(notes: readonly Placed[]): RenderFunction | null {
  if (notes.length === 0) return null;
  return ownMark(({ document, height, marginBottom }) => {
    const group = svgElement(document, "g", { class: "note" });
    const base = rounded(height - marginBottom);
    group.append(svgElement(document, "path", { d: notes.map(({ x, row }) => `M${rounded(x)},${topOf(row)}V${base}`).join("") }));
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
  });
}
