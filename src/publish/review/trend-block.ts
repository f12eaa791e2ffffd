import { WIDE } from "../../charts/widths.ts";
import type { Unit } from "../../core/units.ts";
import type { SlideChart } from "../../data/review.ts";
import type { Scale } from "../../i18n/forms.ts";
import type { MetricView } from "../../site/ask/metric-view.ts";
import type { Page } from "../../site/ask/page.ts";
import type { FigureData } from "../../site/figures/figure.ts";
import { limitsOf, trendPoints } from "../../site/figures/trend-marks.ts";

/** A chart shows so many months up to the end of the period, and so many after it. */
const [BEFORE, AFTER] = [24, 3];

const SHARE = "0.0%";
const FORMATS: Partial<Record<Unit, string>> = {
  share: SHARE,
  count: "#,##0",
  score: "0.00",
  rating: "0.00",
  points: "0.00",
  ratio: "0.00",
};

/** Amounts in a scale of the language: a spreadsheet divides by thousands, and sets the point where the scale is between them, as that of ten thousand is. */
function scaledFormat({ size, suffix }: Scale): string {
  const zeros = Math.round(Math.log10(size));
  const [thousands, between] = [",".repeat(Math.floor(zeros / 3)), zeros % 3];
  return `0${between === 0 ? ".0" : `!.${"0".repeat(between)}`}${thousands}"${suffix.trim()}"`;
}

/** How a spreadsheet writes numbers of a unit, the largest of which is given. */
function formatOf({ forms }: Page, unit: Unit, most: number): string {
  const scale = unit === "cny" ? forms.scales.find(({ from }) => most >= from) : undefined;
  return scale ? scaledFormat(scale) : (FORMATS[unit] ?? (unit === "cny" ? "#,##0" : "#,##0.0"));
}

/** The trend of a metric as a chart that can be edited: its values, what stands out, what is unfinished, its target and the usual range. */
export function trendBlock(page: Page, view: MetricView, figure: FigureData): SlideChart {
  const { end } = page.period;
  const points = trendPoints(page, view).filter(({ period }) => period.start > end - BEFORE && period.start <= end + AFTER);
  const limits = limitsOf(view);
  const limitAt = (start: number) => limits.find((limit) => limit.start <= start && start <= limit.end);
  const names = page.words.review.chart;
  const series = [
    { role: "value" as const, values: points.map(({ value, isComplete }) => (isComplete ? value : null)) },
    { role: "signal" as const, values: points.map(({ value, hasSignal }) => (hasSignal ? value : null)) },
    { role: "open" as const, values: points.map(({ value, isComplete }) => (isComplete ? null : value)) },
    { role: "target" as const, values: points.map(({ period }) => view.target(period)) },
    { role: "lower" as const, values: points.map(({ period }) => limitAt(period.start)?.lower ?? null) },
    { role: "upper" as const, values: points.map(({ period }) => limitAt(period.start)?.upper ?? null) },
  ];
  const shown = series.filter(({ role, values }) => role === "value" || values.some((value) => value !== null));
  const most = Math.max(...shown.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))));
  return {
    kind: "chart",
    caption: page.noted(page.say(view.metric.label), page.forms.units[figure.unit].label),
    format: formatOf(page, view.metric.unit, most),
    labels: points.map(({ period }) => page.periodName(period)),
    series: shown.map((each) => ({ ...each, name: names[each.role] })),
    drawing: figure.draw({ id: `review-${figure.id}`, width: WIDE, isLive: false }).outerHTML,
  };
}
