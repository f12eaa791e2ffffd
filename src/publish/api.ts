import { crossingOf } from "../analysis/breakdown.ts";
import type { SeriesPoint } from "../analysis/series.ts";
import type { Judged } from "../analysis/trial.ts";
import type { Text } from "../core/text.ts";
import { evaluate, type Result } from "../cube/evaluate.ts";
import { factsOf, type Metric } from "../cube/metric.ts";
import { idOfPeriod, type MetricView } from "../site/ask/metric-view.ts";
import type { Page } from "../site/ask/page.ts";
import { judged } from "../site/ask/verdicts.ts";
import { idOfWait, waitsOf } from "../site/say/waiting.ts";
import type { Site } from "../site/site.ts";
import { type MetricsDocument, metricsDocument } from "./metrics-document.ts";

const NOTHING = { value: null, n: 0, is_hidden: false, bound: "exact" as const, is_provisional: false };

const asFigure = (of: Pick<Result, "value" | "n" | "isHidden" | "bound" | "isProvisional"> | null | undefined) =>
  of ? { value: of.value, n: of.n, is_hidden: of.isHidden, bound: of.bound, is_provisional: of.isProvisional } : NOTHING;

const asQuantiles = ({ spread }: Metric, values: readonly (number | null)[]) =>
  Object.fromEntries((spread?.probabilities ?? []).map((p, i) => [String(p), values[i] ?? null]));

const asPoint = (site: Site, { metric, target }: MetricView, at: SeriesPoint) => ({
  period: idOfPeriod(site, at.period),
  ...asFigure(at),
  is_complete: at.isComplete,
  target: target(at.period),
  remark: at.remark,
  quantiles: asQuantiles(metric, at.spread),
});

function asVerdict(site: Site, { state, direction, reason, span, trend, since }: Judged) {
  return {
    state,
    direction,
    reason: reason && span && { period: idOfPeriod(site, span), value: reason.to, usual: reason.from, n: reason.n },
    trend: trend && { from: trend.from, to: trend.to },
    usual_since: since && idOfPeriod(site, since),
  };
}

/** Quantiles and target of a member of a breakdown, in the period of its view. */
function furtherOf(site: Site, { metric, slice, target }: MetricView, by: readonly string[]) {
  const results = metric.spread
    ? evaluate(site.cubes, metric, { periods: [slice.period], filters: slice.filters, by, hasSpread: true })
    : [];
  const spreads = new Map(results.map(({ members, spread }) => [by.map((id) => members[id]).join("\0"), spread]));
  const whole = metric.value.isSum ? null : target(slice.period);
  return (members: readonly string[]) => ({ quantiles: asQuantiles(metric, spreads.get(members.join("\0")) ?? []), target: whole });
}

/** Breakdowns by each dimension and by each crossing, members in the order of their dimensions. */
function breakdownsOf(site: Site, view: MetricView) {
  const { metric: of, slice } = view;
  const { dimensions } = site.cubes.manifest;
  const orderOf = (id: string) => dimensions.find((info) => info.id === id)?.members.map((each) => each.id) ?? [];
  const own = dimensions.filter(({ id }) => of.dimensions.includes(id));
  const single = own.map(({ id: dimension }) => {
    const { rows, verdicts } = view.breakdown(dimension);
    const further = furtherOf(site, view, [dimension]);
    const verdictOf = (member: string) => {
      const verdict = verdicts().get(member);
      return verdict ? asVerdict(site, verdict) : null;
    };
    return {
      dimensions: [dimension],
      members: rows.map(({ member, now }) => ({ ...asFigure(now), ...further([member]), members: [member], verdict: verdictOf(member) })),
    };
  });
  const crossed = (of.crossings ?? []).map((pair) => {
    const [downs, acrosses] = [orderOf(pair[0]), orderOf(pair[1])];
    const place = ({ members }: Result) =>
      downs.indexOf(members[pair[0]] ?? "") * acrosses.length + acrosses.indexOf(members[pair[1]] ?? "");
    const isNamed = ({ members }: Result) => downs.includes(members[pair[0]] ?? "") && acrosses.includes(members[pair[1]] ?? "");
    const cells = crossingOf(site.cubes, of, { slice, pair })
      .filter(isNamed)
      .sort((a, b) => place(a) - place(b));
    const further = furtherOf(site, view, pair);
    return {
      dimensions: [...pair],
      members: cells.map((cell) => {
        const members = pair.map((id) => cell.members[id] ?? "");
        return { ...asFigure(cell), ...further(members), members, verdict: null };
      }),
    };
  });
  return [...single, ...crossed];
}

/** The document of `/api/metrics.json`, as of the period of a page, whose language does not matter; `describe` gives what a metric counts, `waiting` are those without values. */
export function metricsDocumentOf(page: Page, describe: (metric: Metric) => Text, waiting: readonly Metric[] = []): MetricsDocument {
  const { site, period, asOf } = page;
  return metricsDocument.parse({
    version: 3,
    as_of: asOf,
    period: idOfPeriod(site, period),
    provisional_years: site.cubes.manifest.provisionalYears,
    survey_scale: site.config.survey_scale,
    dimensions: site.cubes.manifest.dimensions,
    metrics: page.views().map((view) => {
      const { metric: of, standing, series, target } = view;
      return {
        id: of.id,
        topic: of.topic,
        label: of.label,
        description: describe(of),
        unit: of.unit,
        better: of.better,
        cases: of.cases,
        formula: of.value.sql,
        facts: factsOf(of),
        remark: of.remark ? { label: of.remark.label, unit: of.remark.unit } : null,
        current: asFigure(standing?.point),
        previous: asFigure(standing?.previous),
        year_ago: asFigure(standing?.yearAgo),
        target: target(period),
        verdict: view.trial && asVerdict(site, judged(page, view)),
        series: {
          month: series("month").map((at) => asPoint(site, view, at)),
          quarter: series("quarter").map((at) => asPoint(site, view, at)),
          year: series("year").map((at) => asPoint(site, view, at)),
        },
        breakdowns: breakdownsOf(site, view),
      };
    }),
    waiting: waiting.map((metric) => ({ id: metric.id, label: metric.label, waits_for: waitsOf(site, metric).map(idOfWait) })),
  });
}
