import { axisX, rect, text } from "@observablehq/plot";
import type { Unit } from "../core/units.ts";
import { axisFormat, formatValue } from "../i18n/format.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { columnHits } from "./parts/hits.ts";
import { notesHeight, placeNotes, writeNotes } from "./parts/notes.ts";
import { niceTicks, UNIT_HEIGHT, valueAxis } from "./parts/value-axis.ts";
import { drawChart } from "./plotted.ts";
import { isNarrow, WIDE } from "./widths.ts";

export interface ValueCount {
  value: number;
  count: number;
}

export interface DistributionOptions extends ChartOptions {
  unit: Unit;
  median?: number | null | undefined;
  /** The value that nine in ten do not exceed. */
  p90?: number | null | undefined;
  /** A value that was promised not to be exceeded. */
  limit?: { value: number; label: string } | undefined;
}

interface Bin {
  start: number;
  end: number;
  count: number;
}

/** Share of the cases before the long tail, which is folded into one bin. */
const BODY = 0.975;
/** The same beside a limit, about which is to be seen more than how far the tail reaches. */
const BODY_BY_LIMIT = 0.9;

const BINS = 24;

/** Margins: right of the last bin, and below for ticks and unit. */
const RIGHT = 8;
const BELOW = 42;

/** Fewer whole numbers than this get a bin each. */
const DISCRETE = 12;

/** How often each value occurs, with median and 90th percentile. */
export function distributionChart(counts: readonly ValueCount[], options: DistributionOptions): SVGElement {
  if (counts.every(({ count }) => count === 0)) return drawNothing("distribution", options);
  const { width = WIDE, unit, forms, words } = options;
  const { bins, tail, step, isDiscrete } = binned(counts, isNarrow(width) ? BINS / 2 : BINS, options.limit?.value);
  const all = tail ? [...bins, tail] : bins;
  const domain = [bins[0]?.start ?? 0, all.at(-1)?.end ?? 1] as const;
  const edge = bins.at(-1)?.end ?? 1;
  const axis = valueAxis(niceTicks(0, Math.max(...all.map(({ count }) => count)), 4, 1), {
    unit: "count",
    forms,
    caption: words.charts.cases,
  });
  const range = [axis.marginLeft, width - RIGHT] as const;
  const scale = (value: number) => range[0] + ((value - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0]);
  const notes = placeNotes(
    marksOf(options).map(({ value, label }) => ({ x: scale(tail && value > edge ? middleOf(tail) : value), label })),
    range,
  );
  const marginTop = notesHeight(notes) + UNIT_HEIGHT;
  const rounded = niceTicks(domain[0], edge, isNarrow(width) ? 4 : 8).filter(
    (tick) => tick >= domain[0] && tick <= (tail ? edge - step : edge),
  );
  const ticks = isDiscrete ? bins.map(middleOf) : rounded;
  const { format } = axisFormat(unit, forms, ticks);
  const inset = isDiscrete ? 10 : 0.5;
  return drawChart("distribution", options, {
    height: (isNarrow(width) ? 140 : 170) + marginTop + BELOW,
    ...{ marginLeft: axis.marginLeft, marginRight: RIGHT, marginTop, marginBottom: BELOW },
    x: domain,
    y: axis.y,
    hits: (frame) => columnHits(keyed(counts, all), frame),
    marks: [
      ...axis.marks,
      rect(bins, { className: "bar", ...place, insetLeft: inset, insetRight: inset }),
      rect(tail ? [tail] : [], { className: "bar tail", ...place }),
      axis.baseline,
      axisX(ticks, { className: "tick", tickSize: 4, tickPadding: 4, tickFormat: format, label: null }),
      text(tail ? [tail] : [], { className: "tick", x: middleOf, frameAnchor: "bottom", dy: 19, text: () => `≥ ${format(edge)}` }),
      text([forms.units[unit].label], { className: "tick", frameAnchor: "bottom", dy: 38 }),
      writeNotes(notes),
    ],
  });
}

const middleOf = ({ start, end }: Bin) => (start + end) / 2;

const place = { x1: "start", x2: "end", y1: 0, y2: "count" };

/**
 * The bins that hold something, each with the place of the last count in it, the one of the highest value; the last bin holds all beyond its start.
 */
function keyed(counts: readonly ValueCount[], bins: readonly Bin[]): { key: number; start: number; end: number }[] {
  const indexOf = ({ start, end }: Bin) => {
    const tremor = (end - start) * 1e-9;
    const until = end === bins.at(-1)?.end ? Number.POSITIVE_INFINITY : end - tremor;
    return counts.reduce((highest, { value, count }, index) => {
      const isWithin = count > 0 && value >= start - tremor && value < until;
      return isWithin && value >= (counts[highest]?.value ?? Number.NEGATIVE_INFINITY) ? index : highest;
    }, -1);
  };
  return bins.map((bin) => ({ ...bin, key: indexOf(bin) })).filter(({ key }) => key >= 0);
}

function marksOf({ median = null, p90 = null, limit, unit, forms, words }: DistributionOptions): { value: number; label: string }[] {
  const named = [
    { value: median, name: words.quantile(0.5) },
    { value: p90, name: words.charts.p90 },
  ];
  const quantiles = named.flatMap(({ value, name }) =>
    value === null ? [] : [{ value, label: `${name} ${formatValue(value, unit, forms)}` }],
  );
  return limit ? [...quantiles, limit] : quantiles;
}

/** One bin per value, around it, where the values are a few whole numbers such as answers on a scale. */
function discreteBins(sorted: readonly ValueCount[]): Bin[] | null {
  const [low, high] = [sorted[0]?.value ?? 0, sorted.at(-1)?.value ?? 0];
  if (high - low >= DISCRETE || sorted.some(({ value }) => !Number.isInteger(value))) return null;
  return Array.from({ length: high - low + 1 }, (_, index) => {
    const count = sorted.filter(({ value }) => value === low + index).reduce((sum, each) => sum + each.count, 0);
    return { start: low + index - 0.5, end: low + index + 0.5, count };
  });
}

/** Bins of equal, round width for the body, and one for the tail, set off by the width of a bin. */
function binned(
  counts: readonly ValueCount[],
  most: number,
  limit?: number,
): { bins: Bin[]; tail: Bin | null; step: number; isDiscrete: boolean } {
  const sorted = counts.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value);
  const discrete = discreteBins(sorted);
  if (discrete) return { bins: discrete, tail: null, step: 1, isDiscrete: true };
  const low = sorted[0]?.value ?? 0;
  const high = sorted.at(-1)?.value ?? 0;
  const body = limit === undefined ? bodyEnd(sorted, BODY) : Math.max(limit, bodyEnd(sorted, BODY_BY_LIMIT));
  const start = low >= 0 && low < body / 2 ? 0 : low;
  const hasTail = high - start > 1.5 * (body - start);
  const edges = niceTicks(start, hasTail ? body : high, most);
  const step = (edges[1] ?? 1) - (edges[0] ?? 0);
  if (!hasTail && (edges.at(-1) ?? 0) <= high) edges.push((edges.at(-1) ?? 0) + step);
  const bins = edges.slice(0, -1).map((from, index) => ({ start: from, end: edges[index + 1] ?? from + step, count: 0 }));
  const first = bins[0]?.start ?? 0;
  let beyond = 0;
  for (const { value, count } of sorted) {
    const bin = bins[Math.floor((value - first) / step + 1e-9)];
    if (bin) bin.count += count;
    else beyond += count;
  }
  const edge = edges.at(-1) ?? 0;
  return { bins, tail: beyond > 0 ? { start: edge + step, end: edge + 3 * step, count: beyond } : null, step, isDiscrete: false };
}

function bodyEnd(sorted: readonly ValueCount[], share: number): number {
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  for (const { value, count } of sorted) {
    seen += count;
    if (seen >= share * total) return value;
  }
  return 0;
}
