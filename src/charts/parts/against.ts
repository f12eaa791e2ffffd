import { dot, line, type Markish, text } from "@observablehq/plot";
import type { Month, Period } from "../../core/periods.ts";
import type { EndLabel } from "./end-labels.ts";
import { fullText } from "./end-labels.ts";
import { completeValue, hasNoNeighbour, middle, type TrendPoint } from "./points.ts";

/** A point of what is compared with. */
export interface AgainstPoint extends Pick<TrendPoint, "value" | "isComplete"> {
  /** One of the chart's periods, under which it is drawn. */
  period: Period;
  /** What it is, with its own period where that is another. */
  name: string;
}

type Domain = readonly [from: Month, to: Month];

/** What lies in the plot and is complete, the rest as a gap. */
export const comparable = (points: readonly AgainstPoint[] = [], [from, to]: Domain): AgainstPoint[] =>
  points.filter(({ period: { start, end } }) => start >= from && end < to).map((point) => ({ ...point, value: completeValue(point) }));

/** A line, and a dot for a value without neighbour. */
export function drawAgainst(points: readonly AgainstPoint[]): Markish[] {
  const isAlone = ({ value }: AgainstPoint, index: number) => value !== null && hasNoNeighbour(points, index);
  return [
    line(points, { className: "line against", x: middle, y: "value" }),
    dot(points.filter(isAlone), { className: "dot against", x: middle, y: "value", r: 2.5 }),
  ];
}

/** Points that end within this part of the plot's end are named in the margin. */
const NEAR = 0.15;

/** How the last value is written, and the upper end of the axis. */
interface Labelled {
  format: (value: number) => string;
  edge: number;
}

/** The last value with its name: in the margin, or beside its point where that lies far from it. */
export function againstLabels(
  points: readonly AgainstPoint[],
  [from, to]: Domain,
  { format, edge }: Labelled,
): { ends: EndLabel[]; marks: Markish[] } {
  const last = points.findLast(({ value }) => value !== null);
  if (last?.value == null) return { ends: [], marks: [] };
  const label = { value: Math.min(last.value, edge), name: last.name, number: format(last.value), className: "strong" };
  const place = (middle(last) - from) / (to - from);
  if (place >= 1 - NEAR) return { ends: [label], marks: [] };
  const textAnchor = place < NEAR ? "start" : "middle";
  const mark = text([label], { className: "halo strong", x: [middle(last)], y: "value", text: fullText, textAnchor, dy: 14 });
  return { ends: [], marks: [mark] };
}
