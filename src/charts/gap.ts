import { dot, ruleX, ruleY } from "@observablehq/plot";
import { type Bound, bothBounds, turnedBound } from "../core/bound.ts";
import { formatValue, MISSING } from "../i18n/format.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { hatch } from "./parts/hatch.ts";
import { type Label, writeLabels } from "./parts/label.ts";
import { LINE_HEIGHT, textWidth, widest } from "./parts/measure.ts";
import { rowHits, rowLayout } from "./parts/row-layout.ts";
import { classes, type Selectable, selectable, selectedClass } from "./parts/selected.ts";
import { niceTicks } from "./parts/value-axis.ts";
import { drawChart } from "./plotted.ts";
import { isNarrow, WIDE } from "./widths.ts";

export interface GapRow extends Selectable {
  label: string;
  /** Mean score of each side, on the scale of the survey. */
  a: number | null;
  b: number | null;
  /** What the scores say of the true ones; by default they are them. */
  aBound?: Bound | undefined;
  bBound?: Bound | undefined;
  /** Number of answers of each side. */
  aN: number;
  bN: number;
  /** Whether either side is withheld because its group is small. */
  isHidden: boolean;
}

export interface GapOptions extends ChartOptions {
  /** Names of the two sides. */
  sides: { a: string; b: string };
}

const HEAD = 2 * LINE_HEIGHT + 14;
const DOT = 5.5;

/** What the gap between two scores says of the true one. */
export const gapBound = ({ aBound = "exact", bBound = "exact" }: GapRow): Bound => bothBounds(bBound, turnedBound(aBound));

/** The ends of a scale, and round scores between them. */
const scaleTicks = (least: number, most: number): number[] => [
  ...new Set([least, ...niceTicks(least, most, 6, 1).filter((score) => score > least && score < most), most]),
];

/** Item by item the scores of two sides and the gap between them: b's score less a's. */
export function gapChart(rows: readonly GapRow[], options: GapOptions): SVGElement {
  if (rows.length === 0) return drawNothing("gap", options);
  const { width = WIDE, forms, words } = options;
  const layout = rowLayout(
    rows.map(({ label }) => label),
    { width, head: HEAD },
  );
  const counts = rows.map(({ aN, bN, isHidden }) => (isHidden ? "" : `${aN} · ${bN}`));
  const countWidth = isNarrow(width) ? 0 : widest(counts) + 14;
  const { ends: [least, most] = [0, 1] } = forms.units.score;
  const gapWidth = widest([words.charts.gap, `+${most - least}.00`]) + 14;
  const marginLeft = layout.labelWidth + DOT + 2;
  const marginRight = gapWidth + countWidth + DOT;
  const ticks = scaleTicks(least, most);
  const scale = (score: number) => marginLeft + ((score - least) / (most - least)) * (width - marginLeft - marginRight);
  const shown = rows.map((row, index) => ({ ...row, y: layout.laneOf(index), index }));
  const open = shown.filter(({ isHidden }) => !isHidden);
  const hidden = shown.filter(({ isHidden }) => isHidden);
  const [ofA, ofB] = [open.filter(({ a }) => a !== null), open.filter(({ b }) => b !== null)];
  const both = open.filter(({ a, b }) => a !== null && b !== null);
  return drawChart("gap", options, {
    height: layout.height,
    ...{ marginLeft, marginRight, marginTop: HEAD, marginBottom: 4 },
    x: [least, most],
    hits: () => rowHits(rows.length, { ...layout, width, head: HEAD }),
    marks: [
      ruleX(
        ticks.flatMap((x) => layout.lanes.map((lane) => ({ ...lane, x }))),
        { className: "grid", x: "x", y1: "start", y2: "end" },
      ),
      ruleY(both, { className: "bridge", y: "y", x1: "a", x2: "b", ...selectable(both) }),
      dot(ofA, { className: "dot side-a", x: "a", y: "y", r: DOT, ...selectable(ofA) }),
      dot(ofB, { className: "dot", x: "b", y: "y", r: DOT, ...selectable(ofB) }),
      hatch(hidden.map(({ y }) => ({ x: scale(least), y: y - 7, width: 28, height: 14 }))),
      writeLabels([
        ...layout.labels.map((label) => ({ ...label, className: selectedClass(rows[label.row] ?? {}) })),
        ...ticks.map((score) => ({ x: scale(score), y: HEAD - 11, text: String(score), className: "muted" })),
        ...sideLabels(open, { ...options, scale, middle: (least + most) / 2, end: width - marginRight }),
        ...hidden.map(({ y }) => ({ x: scale(least) + 35, y, text: words.hidden, className: "muted", anchor: "start" as const })),
        ...open.map(({ y, isSelected, ...row }) => ({
          x: width - countWidth,
          y,
          text:
            row.a === null || row.b === null
              ? MISSING
              : formatValue(row.b - row.a, "points", forms, { isBare: true, bound: gapBound(row) }),
          className: classes("strong", selectedClass({ isSelected })),
          anchor: "end" as const,
        })),
        ...counts.map((text, row) => ({ x: width, y: layout.countOf(row), text, className: "muted", anchor: "end" as const })),
        { x: width - countWidth, y: HEAD - 11, text: words.charts.gap, className: "muted", anchor: "end" },
        { x: width, y: isNarrow(width) ? LINE_HEIGHT / 2 : HEAD - 11, text: "n", className: "muted", anchor: "end" },
      ]),
    ],
  });
}

interface SideContext extends GapOptions {
  scale: (score: number) => number;
  /** Score in the middle of the scale. */
  middle: number;
  /** Right end of the scale. */
  end: number;
}

/** The sides' names above the first item that both answered, each on its own side of the other. */
function sideLabels(rows: readonly GapRow[], { sides, scale, middle, end }: SideContext): Label[] {
  const row = rows.find(({ a, b }) => a !== null && b !== null) ?? rows[0];
  if (!row) return [];
  const y = LINE_HEIGHT / 2;
  const places = [
    { text: sides.a, x: scale(row.a ?? row.b ?? middle), className: "side-text" },
    { text: sides.b, x: scale(row.b ?? row.a ?? middle), className: "value" },
  ].sort((first, second) => first.x - second.x);
  const [left, right] = places as [(typeof places)[0], (typeof places)[0]];
  const leftEnd = Math.min(left.x + textWidth(left.text) / 2, (left.x + right.x) / 2 - 4, end - textWidth(right.text) - 8);
  const rightStart = Math.max(right.x - textWidth(right.text) / 2, leftEnd + 8);
  return [
    { ...left, x: leftEnd, y, anchor: "end" },
    { ...right, x: Math.min(rightStart, end + DOT - textWidth(right.text)), y, anchor: "start" },
  ];
}
