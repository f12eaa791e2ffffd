import type { RenderFunction } from "@observablehq/plot";
import { rounded, svgElement } from "./element.ts";
import { ownMark } from "./frame.ts";
import { LINE_HEIGHT, textWidth, truncate } from "./measure.ts";

/** A word on a place along the horizontal axis, in units of the drawing. */
export interface Note {
  x: number;
  label: string;
  /** Whether it was decided, not merely happened: a diamond stands at the top of its hairline. */
  isDecision?: boolean | undefined;
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

/** Half the height and width of a diamond. */
const DIAMOND = 4;

/** From a hairline to its label. */
const gapOf = ({ isDecision }: Note) => (isDecision ? GAP + DIAMOND : GAP);

/**
 * Those within the range, each in the highest row in which it touches no other; labels point inwards, and so do the steps between their rows.
 * A name said already is not said again where it would need a row of its own; its hairline starts below the names. Labels may reach on to `edge`, the right end of the drawing.
 */
export function placeNotes(notes: readonly Note[], [from, to]: readonly [number, number], edge = to): Placed[] {
  const centre = (from + to) / 2;
  const labels = notes
    .filter(({ x }) => x >= from && x <= to)
    .map((note) => ({
      ...note,
      isLeft: note.x > centre,
      label: truncate(note.label, (note.x > centre ? note.x : edge - note.x) - gapOf(note)),
    }))
    .sort((a, b) => Math.abs(b.x - centre) - Math.abs(a.x - centre));
  const rows: Span[][] = [];
  const said = new Set<string>();
  const placed = labels.map((note) => {
    const row = freeRow(rows, spanOf(note));
    if (row === rows.length && said.has(note.label)) return { ...note, label: "", row };
    said.add(note.label);
    rows[row] = [...(rows[row] ?? []), spanOf(note)];
    return { ...note, row };
  });
  return placed.map((note) => (note.label ? note : { ...note, row: rows.length }));
}

function spanOf(note: Omit<Placed, "row">): Span {
  const { x, label, isLeft } = note;
  const reach = gapOf(note) + textWidth(label);
  return isLeft ? { start: x - reach, end: x } : { start: x, end: x + reach };
}

/** The highest row with room for the span; a new one if there is none. */
function freeRow(rows: readonly (readonly Span[])[], span: Span): number {
  const free = rows.findIndex((row) => row.every(({ start, end }) => span.end + 2 * GAP < start || span.start > end + 2 * GAP));
  return free < 0 ? rows.length : free;
}

/** Height that the rows of notes need above the plot. */
export const notesHeight = (notes: readonly Placed[]): number =>
  Math.max(0, ...notes.map(({ label, row }) => (label ? row + 1 : row))) * LINE_HEIGHT;

const topOf = (row: number) => row * LINE_HEIGHT + 2;

/** A mark: a hairline from each note down to the axis. The notes hang from the top of the drawing. */
export function writeNotes(notes: readonly Placed[]): RenderFunction | null {
  if (notes.length === 0) return null;
  return ownMark(({ document, height, marginBottom }) => {
    const group = svgElement(document, "g", { class: "note" });
    const base = rounded(height - marginBottom);
    group.append(svgElement(document, "path", { d: notes.map(({ x, row }) => `M${rounded(x)},${topOf(row)}V${base}`).join("") }));
    const decisions = notes.filter(({ isDecision }) => isDecision);
    if (decisions.length > 0) group.append(svgElement(document, "path", { class: "decision", d: decisions.map(diamond).join("") }));
    for (const note of notes) {
      if (!note.label) continue;
      const { x, label, isLeft, row } = note;
      const text = svgElement(document, "text", {
        x: x + (isLeft ? -1 : 1) * gapOf(note),
        y: topOf(row) + 10,
        "text-anchor": isLeft ? "end" : "start",
      });
      text.textContent = label;
      group.append(text);
    }
    return group;
  });
}

const diamond = ({ x, row }: Placed) =>
  `M${rounded(x)},${topOf(row) + 1}l${DIAMOND},${DIAMOND}l${-DIAMOND},${DIAMOND}l${-DIAMOND},${-DIAMOND}Z`;
