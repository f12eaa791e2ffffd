import { axisY, gridY, line, type Markish, type RenderFunction, ruleY, text } from "@observablehq/plot";
import type { FiscalStart, Period } from "../core/periods.ts";
import type { Unit } from "../core/units.ts";
import { axisFormat, MISSING } from "../i18n/format.ts";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { hiddenRuns } from "./parts/hidden-runs.ts";
import { writeLabels } from "./parts/label.ts";
import { LINE_HEIGHT, shortened, widest } from "./parts/measure.ts";
import { PANEL_HEAD, type PanelLayout, panelLayout } from "./parts/panel-layout.ts";
import { periodMark } from "./parts/period-mark.ts";
import { completeValue, middle, type TrendPoint } from "./parts/points.ts";
import { timeAxis, timeLabels } from "./parts/time-axis.ts";
import { drawTimeSeries, type TimeSeries } from "./parts/time-series.ts";
import { valueTicks } from "./parts/value-axis.ts";
import { drawChart } from "./plotted.ts";
import { WIDE } from "./widths.ts";

export interface MultiplesOptions extends ChartOptions {
  unit: Unit;
  fiscalStart?: FiscalStart | undefined;
  /** The period that the page is about, marked on the time axes. */
  period?: Period | undefined;
  /** Name of the period that the numbers of the series are of. */
  numbersOf: string;
}

const TICKS = 3;
const TO_NUMBER = 6;

/** Small charts side by side, one per series, on a common scale; behind each line lie those of the others, in grey. */
export function multiplesChart(series: readonly TimeSeries[], options: MultiplesOptions): SVGElement {
  const all = series.flatMap(({ points }) => points);
  if (!all.some(({ value, isHidden }) => value !== null || isHidden)) return drawNothing("multiples", options);
  const { width = WIDE, unit, forms, words } = options;
  const values = all.flatMap(({ value }) => value ?? []);
  const ticks = values.length > 0 ? valueTicks(values, options, TICKS) : [];
  const { label, format } = axisFormat(unit, forms, ticks);
  const said = [label, words.charts.sameScale, words.charts.numbersOf(options.numbersOf)].join(" · ");
  const periods = (series[0]?.points ?? []).map(({ period }) => period);
  const left = Math.ceil(widest(ticks.map(format))) + TO_NUMBER + 2;
  const panelWidth = panelLayout(series.length, { width, left, top: 0, below: 0 }).panels[0]?.width ?? 0;
  const time = timeAxis(timeLabels(periods, { ...options, room: panelWidth / periods.length }));
  const layout = panelLayout(series.length, { width, left, top: ticks.length > 0 ? LINE_HEIGHT + 8 : 0, below: time.marginBottom });
  const x = [periods[0]?.start ?? 0, (periods.at(-1)?.end ?? 0) + 1] as const;
  const y = [ticks[0] ?? 0, ticks.at(-1) ?? 1] as const;
  return drawChart("multiples", options, {
    height: layout.height,
    ...{ x, y, ...layout.facets },
    hits: () => layout.panels.map((panel, key) => ({ ...panel, key })),
    marks: [
      acrossPanels(writeLabels(ticks.length > 0 ? [{ x: 0, y: LINE_HEIGHT / 2, text: said, className: "muted", anchor: "start" }] : [])),
      gridY(ticks, { className: "grid" }),
      axisY(ticks, { className: "tick", tickSize: 0, tickPadding: TO_NUMBER, tickFormat: format, label: null }),
      line(series.flatMap(withGap), { className: "line behind", x: middle, y: completeValue, render: drawnOnce() }),
      ruleY([ticks.includes(0) ? 0 : y[0]], { className: "baseline" }),
      time.mark,
      periodMark(options.period, x, y[0]),
      ...series.map((one, index) => hiddenMark(one, layout.placeOf(index), options)),
      ...series.flatMap(({ points, isSelected }, index) =>
        drawTimeSeries(points, isSelected === false ? "other" : "series-0", layout.placeOf(index)),
      ),
      ...titles(series, { layout, options }),
    ],
  });
}

type Place = ReturnType<PanelLayout["placeOf"]>;

/** The points of a series, then one without a value, so that a line breaks before the next series. */
const withGap = ({ points }: TimeSeries): TrendPoint[] => [...points, ...points.slice(-1).map((last) => ({ ...last, value: null }))];

/** Draws a mark that is the same in all panels only in the first, and copies it to the others. */
function drawnOnce(): RenderFunction {
  let first: SVGElement | null | undefined;
  return (index, scales, values, dimensions, context, next) => {
    if (first) return first.cloneNode(true) as SVGElement;
    first = next?.(index, scales, values, dimensions, context) ?? null;
    return first;
  };
}

/** Our own mark over the whole drawing, or within a panel. */
const acrossPanels = (render: RenderFunction): Markish => text(["-"], { frameAnchor: "middle", facet: "super", render });
const inPanel = (render: RenderFunction, place: Place): Markish => text(["-"], { frameAnchor: "middle", ...place, render });

function hiddenMark({ points }: TimeSeries, place: Place, { words }: MultiplesOptions): Markish {
  const hidden = points.filter(({ isHidden }) => isHidden).map(({ period }) => period);
  const render = hiddenRuns(hidden, points.some(({ value }) => value !== null) ? words.hidden : "");
  return render && inPanel(render, place);
}

/** The name of each series, and below it its number. */
function titles(series: readonly TimeSeries[], { layout, options }: { layout: PanelLayout; options: MultiplesOptions }): Markish[] {
  const { words } = options;
  const at = { frameAnchor: "top-left", fx: ({ fx }: Title) => fx(), fy: ({ fy }: Title) => fy() } as const;
  const names = shortened(
    series.map(({ name }) => name),
    layout.panels[0]?.width ?? 0,
  );
  const all = series.map(
    ({ number, isSelected = true }, index): Title => ({
      ...layout.placeOf(index),
      ...{ name: names[index] ?? "", number, isSelected },
      hasValue: number !== words.hidden && number !== MISSING,
    }),
  );
  const number = { ...at, text: "number", dy: LINE_HEIGHT - TITLE } as const;
  return [
    text(all, { ...at, className: "title strong", text: "name", dy: -TITLE, filter: ({ isSelected }: Title) => isSelected }),
    text(all, { ...at, className: "title muted", text: "name", dy: -TITLE, filter: ({ isSelected }: Title) => !isSelected }),
    text(all, { ...number, className: "value", filter: ({ hasValue, isSelected }: Title) => hasValue && isSelected }),
    text(all, { ...number, className: "muted", filter: ({ hasValue, isSelected }: Title) => !hasValue || !isSelected }),
  ];
}

interface Title extends Place {
  name: string;
  isSelected: boolean;
  number: string;
  hasValue: boolean;
}

/** From the top of a plot up to that of its title. */
const TITLE = PANEL_HEAD - 3;
