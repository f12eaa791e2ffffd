import { breakdownOf, carriersOf, mainCarrier, type Row } from "../analysis/breakdown.ts";
import type { Contribution } from "../analysis/contributions.ts";
import { type SeriesPoint, seriesOf } from "../analysis/series.ts";
import { type Behaviour, behaviourOf, type Standing, standingOf } from "../analysis/standing.ts";
import { type Grain, lastComplete, type Period, parsePeriod, periodId } from "../core/periods.ts";
import type { Locale } from "../core/text.ts";
import { isAvailable } from "../cube/evaluate.ts";
import type { FactInfo } from "../cube/manifest.ts";
import { factsOf, type Metric } from "../cube/metric.ts";
import { metrics } from "./registry.ts";
import { store } from "./store.ts";

const { cubes, reference, reports, site } = store;
const fiscalStart = site.fiscal_year_starts;

/** The carrier of a change: a dimension, and the contributions of its members. */
export interface Carriers {
  dimension: string;
  contributions: Contribution[];
  main: Contribution;
}

/** All that pages show of a metric, computed once for every language. */
export interface MetricView {
  metric: Metric;
  /** False when an export is missing that it needs. */
  isAvailable: boolean;
  series: Record<Grain, SeriesPoint[]>;
  /** Series of the shortest period that has a value. */
  finest: SeriesPoint[];
  behaviour: Behaviour;
  /** Where it stands in the last complete quarter; null without a value to stand on. */
  standing: Standing | null;
  target(period: Period): number | null;
  breakdown(dimension: string): Row[];
  /** Who carried the change to the last complete quarter, by the dimension that tells most; null when none does. */
  carriers: Carriers | null;
}

/** Whether a value grows with the length of the period, so that a target of a year does not hold for a quarter: a sum over time, or events per thing that is there. */
function growsWithLength(metric: Metric): boolean {
  const kinds = new Set(factsOf(metric).map((fact) => cubes.fact(fact)?.over));
  return kinds.has("flow") && (metric.value.isSum || kinds.size > 1);
}

/** The target that holds for a period: its own, else that of the quarter or year around it. */
function targetOf(metric: Metric, period: Period): number | null {
  const own = reference.targets
    .filter((target) => target.metric === metric.id)
    .map((target) => ({ ...target, over: parsePeriod(target.period, fiscalStart) }));
  const around = ({ over }: (typeof own)[number]) => over.start <= period.start && over.end >= period.end;
  const fitting = own.filter((target) =>
    target.over.grain === period.grain ? target.over.start === period.start : !growsWithLength(metric) && around(target),
  );
  return fitting.sort((a, b) => a.over.end - a.over.start - (b.over.end - b.over.start))[0]?.target ?? null;
}

/** The dimension whose main member explains the largest part of a change. */
function bestCarriers(metric: Metric, period: Period): Carriers | null {
  const candidates = metric.dimensions.flatMap((id): Carriers[] => {
    const dimension = cubes.manifest.dimensions.find((info) => info.id === id);
    const contributions = dimension ? carriersOf(cubes, metric, dimension, { period }) : [];
    const main = mainCarrier(contributions);
    return main && contributions.length > 1 ? [{ dimension: id, contributions, main }] : [];
  });
  const sizeOf = ({ main }: Carriers) => Math.abs(main.rate + main.mix);
  return candidates.sort((a, b) => sizeOf(b) - sizeOf(a))[0] ?? null;
}

function computeView(metric: Metric): MetricView {
  const series = (grain: Grain) => seriesOf(cubes, metric, { grain, fiscalStart });
  const all = { month: metric.finest === "quarter" ? [] : series("month"), quarter: series("quarter"), year: series("year") };
  const finest = all[metric.finest ?? "month"];
  const period = lastComplete(cubes.manifest.asOf, "quarter", fiscalStart);
  const behaviour = behaviourOf(metric, finest);
  const standing = standingOf(metric, all.quarter, { behaviour, period });
  return {
    metric,
    isAvailable: isAvailable(cubes, metric),
    series: all,
    finest,
    behaviour,
    standing,
    target: (at) => targetOf(metric, at),
    breakdown: (id) => {
      const dimension = cubes.manifest.dimensions.find((info) => info.id === id);
      const rows = dimension ? breakdownOf(cubes, metric, dimension, { period }) : [];
      return standing?.previous ? rows : rows.map((row) => ({ ...row, before: null }));
    },
    carriers: standing?.change ? bestCarriers(metric, period) : null,
  };
}

const views = new Map<string, MetricView>();

/** The view of a metric. */
export function viewOf(metric: Metric): MetricView {
  const found = views.get(metric.id) ?? computeView(metric);
  views.set(metric.id, found);
  return found;
}

/** Views of every metric, in the order in which metrics are read. */
export const allViews = (): MetricView[] => metrics.map(viewOf);

/** Tables that no export feeds and that a metric waits for. */
export const missingTablesOf = (metric: Metric): string[] => [
  ...new Set(cubes.manifest.absent.filter(({ id }) => factsOf(metric).includes(id)).flatMap(({ missing }) => missing)),
];

/** Facts that a metric is made from, as the build described them. */
export const factInfosOf = (metric: Metric): FactInfo[] => factsOf(metric).flatMap((id) => cubes.fact(id) ?? []);

/** Tables that a metric is made from. */
export const tablesOf = (metric: Metric): string[] => [...new Set(factInfosOf(metric).flatMap(({ tables }) => tables))];

/** Systems whose exports a metric is made from. */
export function systemsOf(metric: Metric, locale: Locale): string[] {
  const used = tablesOf(metric);
  return [...new Set(reports.exports.filter(({ table }) => used.includes(table)).map(({ system }) => system[locale]))];
}

/** Name of a period as links and downloads write it. */
export const idOfPeriod = (period: Period): string => periodId(period, fiscalStart);
