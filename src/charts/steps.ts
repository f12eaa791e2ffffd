import { rect, ruleX } from "@observablehq/plot";
import { formatValue } from "../i18n/format.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { writeLabels } from "./parts/label.ts";
import { LINE_HEIGHT, widest } from "./parts/measure.ts";
import { rowHits, rowLayout } from "./parts/row-layout.ts";
import { classes, type Selectable, selectable, selectedClass } from "./parts/selected.ts";
import { drawChart } from "./plotted.ts";
import { isNarrow, WIDE } from "./widths.ts";

/** A step on a way that some leave before its end. */
export interface StepRow extends Selectable {
  label: string;
  /** Number of those that came so far. */
  count: number;
  /** Their share of those of the step before; null for the first. */
  share: number | null;
  /** They left the way rather than went on; drawn fainter. */
  isAside?: boolean | undefined;
}

export interface StepsOptions extends ChartOptions {
  /** What the column of shares is: "of the step before". */
  shareLabel: string;
}

const BAR = 16;
const GAP = 10;
const HEAD = LINE_HEIGHT + 9;

/** A bar per step, in the order given; its count and its share of the step before stand in columns at the right. */
export function stepsChart(rows: readonly StepRow[], options: StepsOptions): SVGElement {
  if (rows.every(({ count }) => count === 0)) return drawNothing("steps", options);
  const { width = WIDE, forms, shareLabel } = options;
  const layout = rowLayout(
    rows.map(({ label }) => label),
    { width, head: HEAD },
  );
  const counts = rows.map(({ count }) => formatValue(count, "count", forms));
  const shares = rows.map(({ share }) => (share === null ? "" : formatValue(share, "share", forms)));
  // on a phone the share stands above the bar, on the line of the label
  const shareWidth = isNarrow(width) ? 0 : widest([shareLabel, ...shares]) + GAP;
  const shown = rows.map((row, index) => ({ ...row, index, lane: layout.laneOf(index) }));
  const [onTheWay, aside] = [shown.filter(({ isAside }) => !isAside), shown.filter(({ isAside }) => isAside)];
  const place = {
    x1: 0,
    x2: "count",
    y1: ({ lane }: { lane: number }) => lane - BAR / 2,
    y2: ({ lane }: { lane: number }) => lane + BAR / 2,
  };
  const column = (x: number, index: number, text: string) => ({ x, y: layout.laneOf(index), text, anchor: "end" as const });
  return drawChart("steps", options, {
    height: layout.height,
    marginLeft: layout.labelWidth + 1,
    marginRight: widest(counts) + GAP + shareWidth,
    x: [0, Math.max(...rows.map(({ count }) => count))],
    hits: () => rowHits(rows.length, { ...layout, width, head: HEAD }),
    marks: [
      rect(onTheWay, { className: "bar", ...place, ...selectable(onTheWay) }),
      rect(aside, { className: "shade shade-2", ...place, ...selectable(aside) }),
      ruleX(layout.lanes, { className: "baseline", x: 0, y1: "start", y2: "end" }),
      writeLabels([
        ...layout.labels.map((label) => ({ ...label, className: selectedClass(rows[label.row] ?? {}) })),
        ...shown.map((row, index) => ({ ...column(width - shareWidth, index, counts[index] ?? ""), className: selectedClass(row) })),
        ...shown.map((row, index) => ({
          ...column(width, index, shares[index] ?? ""),
          y: layout.countOf(index),
          className: classes("muted", selectedClass(row)),
        })),
        { x: width, y: LINE_HEIGHT / 2, text: shareLabel, className: "muted", anchor: "end" },
      ]),
    ],
  });
}
