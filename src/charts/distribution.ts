import { axisX, rect, text } from "@observablehq/plot";
import type { Unit } from "../core/units.ts";
import { axisFormat, formatValue } from "../i18n/format.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { BINS, type Bin, binned, type ValueCount } from "./parts/bins.ts";
import { columnHits } from "./parts/hits.ts";
import { notesHeight, placeNotes, writeNotes } from "./parts/notes.ts";
import { niceTicks, UNIT_HEIGHT, valueAxis } from "./parts/value-axis.ts";
import { drawChart } from "./plotted.ts";
import { isNarrow, WIDE } from "./widths.ts";

export interface DistributionOptions extends ChartOptions {
  unit: Unit;
  median?: number | null | undefined;
  /** The value that nine in ten do not exceed. */
  p90?: number | null | undefined;
  /** A value that was promised not to be exceeded. */
  limit?: { value: number; label: string } | undefined;
}

/** Margins: right of the last bin, and below for ticks and unit. */
const RIGHT = 12;
const BELOW = 42;

/** How often each value occurs, with median and 90th percentile. */
export function distributionChart(counts: readonly ValueCount[], options: DistributionOptions): SVGElement {
  if (counts.every(({ count }) => count === 0)) return drawNothing("distribution", options);
  const { width = WIDE, unit, forms, words } = options;
  const { bins, tail, step, isDiscrete } = binned(counts, { limit: options.limit?.value, most: isNarrow(width) ? BINS / 2 : BINS });
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
