import type { RenderFunction } from "@observablehq/plot";
import type { Month } from "../../core/periods.ts";
import { apart } from "./apart.ts";
import { rounded, svgElement } from "./element.ts";
import { ownMark } from "./frame.ts";
import { textWidth } from "./measure.ts";
import { monthFraction } from "./time-scale.ts";

/** Something that happened, as a chart over time marks it: by the number that it has among those given, the first being 1. */
export interface ChartEvent {
  /** ISO date. */
  date: string;
  /** Whether it was decided, not merely happened: its number stands in a box, not in a circle. */
  isDecision?: boolean | undefined;
}

/** A number above the plot, in units of the drawing. */
interface Numbered {
  number: string;
  isDecision: boolean;
  /** Where it happened. */
  x: number;
  /** Middle of the number, and half of what it takes. */
  at: number;
  half: number;
  /** Counted from the plot up. */
  row: number;
}

interface Place {
  /** First month of the plot, and the one after its last. */
  domain: readonly [from: Month, to: Month];
  /** From where to where the plot reaches, in units of the drawing. */
  range: readonly [number, number];
  /** Width of what stands above the plot at its left, which the numbers leave free. */
  left: number;
  /** Height that the lowest numbers leave free above the plot; default none. */
  above?: number | undefined;
}

export interface EventMarks {
  /** Height that the numbers need above the line on which the unit of the value axis stands. */
  height: number;
  mark: RenderFunction | null;
}

/** Height of a number's outline, and width of that of one digit. */
const SIZE = 15;
const GAP = 2;
const ROW = SIZE + GAP;
/** From the top of the plot to the middle of the lowest numbers: those of one row stand beside the unit of the value axis. */
const TO_ROW = 15;
/** From the middle of a line of text down to its base. */
const TO_BASE = 4;

const halfOf = (number: string) => Math.max(SIZE, textWidth(number) + 6) / 2;

/** The numbers in as many rows as they need, one after the other from row to row; in each row none on another. */
function inRows(numbers: readonly Omit<Numbered, "row">[], start: number, end: number): Numbered[] {
  const needed = numbers.reduce((sum, { half }) => sum + 2 * half, 0);
  const rows = Math.max(1, Math.ceil(needed / Math.max(end - start, 1)));
  return Array.from({ length: rows }, (_, row) =>
    apart(
      numbers.filter((_, index) => index % rows === row),
      start,
      end,
    ).map((each) => ({ ...each, row })),
  ).flat();
}

/** Numbers in a row above the plot, each with a hairline down to the time axis where it happened; what happened outside of the plot has none. */
export function eventMarks(events: readonly ChartEvent[] = [], { domain, range, left, above = 0 }: Place): EventMarks {
  const scale = (month: number) => range[0] + ((month - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0]);
  const numbers = events.flatMap(({ date, isDecision = false }, index) => {
    const month = monthFraction(date);
    if (month < domain[0] || month >= domain[1]) return [];
    const [number, x] = [String(index + 1), scale(month)];
    return [{ number, isDecision, x, at: x, half: halfOf(number) + GAP / 2 }];
  });
  if (numbers.length === 0) return { height: 0, mark: null };
  const placed = inRows(numbers, left, range[1] + SIZE / 2);
  return {
    height: above + Math.max(...placed.map(({ row }) => row)) * ROW,
    mark: writeNumbers(placed, above),
  };
}

const writeNumbers = (numbers: readonly Numbered[], above: number): RenderFunction =>
  ownMark(({ document, height, marginTop, marginBottom }) => {
    const base = rounded(height - marginBottom);
    const middleOf = ({ row }: Numbered) => marginTop - TO_ROW - above - row * ROW;
    const lines = numbers.map((each) => `M${rounded(each.x)},${base}V${marginTop}L${rounded(each.at)},${rounded(middleOf(each))}`);
    const group = svgElement(document, "g", { class: "event" });
    group.append(svgElement(document, "path", { d: lines.join("") }));
    for (const each of numbers) {
      const { number, isDecision, at } = each;
      const [y, half] = [middleOf(each), halfOf(number)];
      const box = { x: at - half, y: y - SIZE / 2, width: 2 * half, height: SIZE };
      group.append(svgElement(document, "rect", { ...box, rx: isDecision ? 1.5 : SIZE / 2 }));
      const text = svgElement(document, "text", { x: at, y: y + TO_BASE });
      text.textContent = number;
      group.append(text);
    }
    return group;
  });
