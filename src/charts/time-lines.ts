import type { FiscalStart, Period } from "../core/periods.ts";
import type { Unit } from "../core/units.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { type EndLabel, endHits, endLabels, endMargin, periodLabel } from "./parts/end-labels.ts";
import { type ChartEvent, eventMarks } from "./parts/event-marks.ts";
import { type Festivals, festivalBands } from "./parts/festival-bands.ts";
import { hiddenRuns } from "./parts/hidden-runs.ts";
import { columnHits } from "./parts/hits.ts";
import { periodMark } from "./parts/period-mark.ts";
import { timeAxis, timeLabels } from "./parts/time-axis.ts";
import { drawTimeSeries, lastShown, type TimeSeries } from "./parts/time-series.ts";
import { UNIT_HEIGHT, valueAxis, valueTicks } from "./parts/value-axis.ts";
import { drawChart } from "./plotted.ts";
import { isNarrow, WIDE } from "./widths.ts";

export type { TimeSeries };

export interface TimeLinesOptions extends ChartOptions {
  unit: Unit;
  fiscalStart?: FiscalStart | undefined;
  /** Oldest first. */
  events?: readonly ChartEvent[] | undefined;
  /** Days off that return every year, and what they are called; none by default. */
  festivals?: Festivals | undefined;
  /** The period that the page is about, marked on the time axis. */
  period?: Period | undefined;
  /** Name of the period that the numbers of the series are of. */
  numbersOf: string;
  height?: number | undefined;
}

/** So many lines can be distinguished; those after them are grey. */
const MOST = 4;

/** Places of the series that are kept among each other; one that is left out has none. */
function ranksOf(series: readonly TimeSeries[]): number[] {
  const kept = series.filter(({ isSelected }) => isSelected !== false);
  return series.map((one) => (kept.includes(one) ? kept.indexOf(one) : Number.POSITIVE_INFINITY));
}

const classOf = (rank: number) => (rank < MOST ? `series-${rank}` : "other");

/**
 * Up to four series over time, named at their ends. A missing or hidden value leaves a gap, an unfinished period is dashed.
 * Live, the name of a series can be pointed at too: its key is its place among the series, counted on behind those of the periods.
 */
export function timeLinesChart(series: readonly TimeSeries[], options: TimeLinesOptions): SVGElement {
  const periods = (series[0]?.points ?? []).map(({ period }) => period);
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  if (values.length === 0) return drawNothing("time-lines", options);
  const { width = WIDE, words } = options;
  const ticks = valueTicks(values, options, isNarrow(width) ? 4 : 5);
  const axis = valueAxis(ticks, options);
  const ranks = ranksOf(series);
  const rankAt = (place: number) => ranks[place] ?? place;
  const ends = [
    periodLabel(options.numbersOf, axis.y),
    ...series.map((one, place) => labelOf(one, { place, rank: rankAt(place), floor: axis.y[0] })),
  ];
  const marginRight = endMargin(ends, isNarrow(width) ? 104 : 170);
  const room = (width - axis.marginLeft - marginRight) / periods.length;
  const time = timeAxis(timeLabels(periods, { ...options, room }));
  const domain = [periods[0]?.start ?? 0, (periods.at(-1)?.end ?? 0) + 1] as const;
  const events = eventMarks(options.events, { domain, range: [axis.marginLeft, width - marginRight], left: axis.unitWidth });
  const marginTop = events.height + UNIT_HEIGHT;
  return drawChart("time-lines", options, {
    height: (options.height ?? (isNarrow(width) ? 190 : 230)) + marginTop + time.marginBottom,
    ...{ marginLeft: axis.marginLeft, marginRight, marginTop, marginBottom: time.marginBottom },
    x: domain,
    y: axis.y,
    hits: (frame) => [
      ...columnHits(
        periods.map(({ start, end }, key) => ({ key, start, end: end + 1 })),
        { ...frame, marginTop: 0 },
      ),
      ...endHits(ends, frame),
    ],
    marks: [
      festivalBands(options.festivals, domain, { events: options.events, lines: series.map(({ points }) => points) }),
      ...axis.marks,
      axis.baseline,
      time.mark,
      periodMark(options.period, domain, axis.y[0]),
      events.mark,
      hiddenRuns(partlyHidden(series, periods), words.hidden),
      ...series
        .map(({ points }, place) => drawTimeSeries(points, classOf(rankAt(place))))
        .reverse()
        .flat(),
      endLabels(ends),
    ],
  });
}

const isShown = ({ points }: TimeSeries) => points.some(({ value }) => value !== null);

/** Periods in which a series is hidden that is shown in others; what is hidden throughout says so in its label. */
function partlyHidden(series: readonly TimeSeries[], periods: readonly Period[]): Period[] {
  const shown = series.filter(isShown);
  return periods.filter((_, index) => shown.some(({ points }) => points[index]?.isHidden));
}

/** Name and number of a series at its last complete value; one without any is named at the foot. */
function labelOf({ name, number, points }: TimeSeries, { place, rank, floor }: { place: number; rank: number; floor: number }): EndLabel {
  const last = lastShown(points);
  const className = last && rank < MOST ? `strong name-${rank}` : "faint";
  return { value: last?.value ?? floor, name, number, className, key: points.length + place };
}
