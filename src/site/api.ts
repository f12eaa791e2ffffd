import { z } from "zod";
import { breakdownOf, crossingOf } from "../analysis/breakdown.ts";
import type { SeriesPoint } from "../analysis/series.ts";
import { parsePeriod } from "../core/periods.ts";
import { UNITS } from "../core/units.ts";
import type { Result } from "../cube/evaluate.ts";
import { EFFECTS } from "../cube/metric.ts";
import { allViews, idOfPeriod, type MetricView, missingTablesOf } from "./metric-view.ts";
import { pageIn } from "./page.ts";
import { store } from "./store.ts";

const text = z.strictObject({ zh: z.string(), en: z.string() });

/** A value with the cases it rests on; `value` is null where it is missing, and where it is hidden. */
const figure = z.strictObject({ value: z.number().nullable(), n: z.int(), is_hidden: z.boolean() });

const point = figure.extend({
  /** 2026-09, 2026Q3 or 2026; fiscal. */
  period: z.string(),
  /** Over, and covered by the data from its first day to its last. */
  is_complete: z.boolean(),
  target: z.number().nullable(),
  /** Quantiles by probability, such as {"0.5": 3.1, "0.9": 8}; empty for a metric without a spread. */
  quantiles: z.record(z.string(), z.number().nullable()),
});

const member = figure.extend({
  /** Members of the dimensions, in their order; names are in `dimensions`. */
  members: z.array(z.string()),
});

const metric = z.strictObject({
  id: z.string(),
  effect: z.enum(EFFECTS),
  label: text,
  description: text,
  unit: z.enum(UNITS),
  better: z.enum(["higher", "lower", "nearer-zero"]),
  /** What n counts. */
  cases: text,
  /** Tables that no export feeds and that it waits for; it has no values then. */
  waits_for: z.array(z.string()),
  /** Of the document's period. */
  current: figure,
  previous: figure,
  year_ago: figure,
  target: z.number().nullable(),
  /** Rules of the process-behaviour chart that fire in the period; empty within ordinary variation. */
  signal: z.array(z.enum(["beyond", "near-limit", "run"])),
  /** What the signal, or else the change, means. */
  direction: z.enum(["better", "worse", "same"]).nullable(),
  series: z.strictObject({ month: z.array(point), quarter: z.array(point), year: z.array(point) }),
  /** By one dimension, or by two crossed, in the document's period. */
  breakdowns: z.array(z.strictObject({ dimensions: z.array(z.string()), members: z.array(member) })),
});

/** `/api/metrics.json`: every metric with its values, for programs. Stable order, stable bytes for the same exports. */
export const metricsDocument = z.strictObject({
  /** Of this format; it changes when a field goes or changes its meaning. */
  version: z.literal(1),
  /** ISO day up to which the data tell. */
  as_of: z.string(),
  /** The last complete quarter. */
  period: z.string(),
  dimensions: z.array(z.strictObject({ id: z.string(), label: text, members: z.array(z.strictObject({ id: z.string(), label: text })) })),
  metrics: z.array(metric),
});

export type MetricsDocument = z.infer<typeof metricsDocument>;

const NOTHING = { value: null, n: 0, is_hidden: false };

const asFigure = (of: Pick<Result, "value" | "n" | "isHidden"> | null | undefined) => (of ? { value: of.value, n: of.n, is_hidden: of.isHidden } : NOTHING);

const asPoint = ({ metric: { spread }, target }: MetricView, at: SeriesPoint) => ({
  period: idOfPeriod(at.period),
  ...asFigure(at),
  is_complete: at.isComplete,
  target: target(at.period),
  quantiles: Object.fromEntries((spread?.probabilities ?? []).map((p, i) => [String(p), at.spread[i] ?? null])),
});

/** Breakdowns by each dimension and by each crossing, members in the order of their dimensions. */
function breakdownsOf(view: MetricView, period: ReturnType<typeof parsePeriod>) {
  const { metric: of, isAvailable } = view;
  if (!isAvailable) return [];
  const dimensions = store.cubes.manifest.dimensions.filter(({ id }) => of.dimensions.includes(id));
  const orderOf = (id: string) => store.cubes.manifest.dimensions.find((info) => info.id === id)?.members.map((each) => each.id) ?? [];
  const single = dimensions.map((dimension) => ({
    dimensions: [dimension.id],
    members: breakdownOf(store.cubes, of, dimension, { period }).map(({ member: id, now }) => ({ ...asFigure(now), members: [id] })),
  }));
  const crossed = (of.crossings ?? []).map((pair) => {
    const [downs, acrosses] = [orderOf(pair[0]), orderOf(pair[1])];
    const place = ({ members }: Result) => downs.indexOf(members[pair[0]] ?? "") * acrosses.length + acrosses.indexOf(members[pair[1]] ?? "");
    const isNamed = ({ members }: Result) => downs.includes(members[pair[0]] ?? "") && acrosses.includes(members[pair[1]] ?? "");
    const cells = crossingOf(store.cubes, of, pair, { period }).filter(isNamed).sort((a, b) => place(a) - place(b));
    return { dimensions: [...pair], members: cells.map((cell) => ({ ...asFigure(cell), members: pair.map((id) => cell.members[id] ?? "") })) };
  });
  return [...single, ...crossed];
}

/** The document of `/api/metrics.json`. */
export function metricsDocumentOf(): MetricsDocument {
  const { period, asOf } = pageIn("en");
  return metricsDocument.parse({
    version: 1,
    as_of: asOf,
    period: idOfPeriod(period),
    dimensions: store.cubes.manifest.dimensions,
    metrics: allViews().map((view) => {
      const { metric: of, standing, series, target } = view;
      return {
        id: of.id,
        effect: of.effect,
        label: of.label,
        description: of.description,
        unit: of.unit,
        better: of.better,
        cases: of.cases,
        waits_for: missingTablesOf(of),
        current: asFigure(standing?.point),
        previous: asFigure(standing?.previous),
        year_ago: asFigure(standing?.yearAgo),
        target: target(period),
        signal: [...new Set(standing?.signals.map(({ rule }) => rule) ?? [])],
        direction: standing?.signalDirection ?? standing?.direction ?? null,
        series: {
          month: series.month.map((at) => asPoint(view, at)),
          quarter: series.quarter.map((at) => asPoint(view, at)),
          year: series.year.map((at) => asPoint(view, at)),
        },
        breakdowns: breakdownsOf(view, period),
      };
    }),
  });
}
