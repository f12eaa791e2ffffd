import { rect, ruleX, ruleY } from "@observablehq/plot";
import type { Better, Unit } from "../core/units.ts";
import { formatChange } from "../i18n/format.ts";
import type { Words } from "../i18n/language.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { type Label, writeLabels } from "./parts/label.ts";
import { LINE_HEIGHT, textWidth, widest } from "./parts/measure.ts";
import { rowHits, rowLayout } from "./parts/row-layout.ts";
import { type Selectable, selectable, selectedClass } from "./parts/selected.ts";
import { swatches } from "./parts/swatch.ts";
import { drawChart } from "./plotted.ts";
import { isNarrow, WIDE } from "./widths.ts";

export interface ContributionRow extends Selectable {
  label: string;
  /** Part of the change that comes from this member's weight having grown or shrunk. */
  mix: number;
  /** Part that comes from its own value. */
  rate: number;
}

export interface ContributionOptions extends ChartOptions {
  unit: Unit;
  /** The change of the whole, to which all parts add up. */
  total: number;
  /** Which way is better; colours the parts and says the word beside the total. Gaps have no such way. */
  better?: Better | undefined;
}

interface Part extends Selectable {
  y: number;
  from: number;
  to: number;
  className: string;
}

const BAR = 14;
const KEY = 10;
const KEYS = ["key", "key mix"];
const HEAD = LINE_HEIGHT + 10;

/** Who carried a change: each member's parts, and their sum. */
export function contributionChart(rows: readonly ContributionRow[], options: ContributionOptions): SVGElement {
  if (rows.length === 0) return drawNothing("contributions", options);
  const { width = WIDE, unit, forms, words, total, better } = options;
  const layout = rowLayout([...rows.map(({ label }) => label), words.total], { width, head: HEAD });
  const parts = rows.flatMap((row, index) => partsOf(row, { y: layout.laneOf(index), better }));
  const whole = { y: layout.laneOf(rows.length), from: 0, to: total, className: toneOf(total, better) };
  const all: Part[] = [...parts, whole];
  const changes = [...rows.map(({ mix, rate }) => mix + rate), total].map((change) => formatChange(change, unit, forms));
  const word = verdict(total, options);
  const marginRight = Math.max(widest(changes), textWidth(word)) + 14;
  const ends = all.flatMap(({ from, to }) => [from, to]);
  const domain = [Math.min(0, ...ends), Math.max(0, ...ends)] as const;
  const rowClass = (row: number) => (row === rows.length ? "strong" : selectedClass(rows[row] ?? {}));
  const ruleAt = HEAD + rows.length * layout.rowHeight - (isNarrow(width) ? 5 : 0);
  return drawChart("contributions", options, {
    height: layout.height + (word ? LINE_HEIGHT - 4 : 0),
    ...{ marginLeft: layout.labelWidth + 1, marginRight },
    x: domain[1] > domain[0] ? domain : [-1, 1],
    hits: () => rowHits(rows.length, { ...layout, width, head: HEAD }),
    marks: [
      ruleY([ruleAt], { className: "grid", insetLeft: -layout.labelWidth, insetRight: -marginRight }),
      ...[...new Set(all.map(({ className }) => className))].map((className) => {
        const own = all.filter((part) => part.className === className);
        const place = { x1: "from", x2: "to", y1: ({ y }: Part) => y - BAR / 2, y2: ({ y }: Part) => y + BAR / 2 };
        return rect(own, { className: `part ${className}`, ...place, ...selectable(own) });
      }),
      ruleX(layout.lanes, { className: "baseline", x: 0, y1: "start", y2: "end" }),
      swatches(KEYS.map((className, index) => ({ x: index * second(words), y: LINE_HEIGHT / 2 - 5, width: KEY, height: KEY, className }))),
      writeLabels([
        ...layout.labels.map((label) => ({ ...label, className: rowClass(label.row) })),
        ...changes.map((text, row) => ({
          x: width,
          y: isNarrow(width) ? layout.laneOf(row) : layout.countOf(row),
          text,
          className: rowClass(row),
          anchor: "end" as const,
        })),
        { x: width, y: layout.laneOf(rows.length) + LINE_HEIGHT, text: word, className: `strong ${toneOf(total, better)}`, anchor: "end" },
        ...legend(options),
      ]),
    ],
  });
}

/** The member's own change from zero; the shift in mix goes on from there if it points the same way, else the other way from zero. */
function partsOf({ mix, rate, isSelected }: ContributionRow, { y, better }: { y: number; better: Better | undefined }): Part[] {
  const row = { y, isSelected };
  const start = Math.sign(mix) === Math.sign(rate) ? rate : 0;
  return [
    { ...row, from: 0, to: rate, className: toneOf(rate, better) },
    { ...row, from: start, to: start + mix, className: `${toneOf(mix, better)} mix` },
  ];
}

/** Class of a change: whether it is for the better. */
function toneOf(change: number, better?: Better): string {
  if ((better !== "higher" && better !== "lower") || change === 0) return "plain";
  return change > 0 === (better === "higher") ? "better" : "worse";
}

function verdict(total: number, { better, unit, forms, words }: ContributionOptions): string {
  if (formatChange(total, unit, forms) === formatChange(0, unit, forms)) return "";
  const tone = toneOf(total, better);
  return tone === "better" || tone === "worse" ? words[tone] : "";
}

const second = (words: Words) => KEY + textWidth(words.charts.rate) + 22;

/** What the full and the faint parts are. */
function legend({ words }: ContributionOptions): Label[] {
  return [words.charts.rate, words.charts.mix].map((text, index) => ({
    x: index * second(words) + KEY + 5,
    y: LINE_HEIGHT / 2,
    text,
    className: "muted",
    anchor: "start",
  }));
}
