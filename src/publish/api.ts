import { crossingOf } from "../analysis/breakdown.ts";
import type { SeriesPoint } from "../analysis/series.ts";
import type { Judged } from "../analysis/trial.ts";
import type { Period } from "../core/periods.ts";
import type { Result } from "../cube/evaluate.ts";
import { idOfPeriod as idIn, type MetricView } from "../site/metric-view.ts";
import { judged } from "../site/verdicts.ts";
import { idOfWait, waitsOf } from "../site/waiting.ts";
import { type MetricsDocument, metricsDocument } from "./metrics-document.ts";
import { pageIn } from "./pages.ts";
import { store } from "./store.ts";

const { cubes } = store.site;
const idOfPeriod = (period: Period) => idIn(store.site, period);

const NOTHING = { value: null, n: 0, is_hidden: false, bound: "exact" as const };

const asFigure = (of: Pick<Result, "value" | "n" | "isHidden" | "bound"> | null | undefined) =>
  of ? { value: of.value, n: of.n, is_hidden: of.isHidden, bound: of.bound } : NOTHING;

const asPoint = ({ metric: { spread }, target }: MetricView, at: SeriesPoint) => ({
  period: idOfPeriod(at.period),
  ...asFigure(at),
  is_complete: at.isComplete,
  target: target(at.period),
  remark: at.remark,
  quantiles: Object.fromEntries((spread?.probabilities ?? []).map((p, i) => [String(p), at.spread[i] ?? null])),
});

function asVerdict({ state, direction, reason, span, trend, since }: Judged) {
  return {
    state,
    direction,
    reason: reason && span && { period: idOfPeriod(span), value: reason.to, usual: reason.from, n: reason.n },
    trend: trend && { from: trend.from, to: trend.to },
    usual_since: since && idOfPeriod(since),
  };
}

/** Breakdowns by each dimension and by each crossing, members in the order of their dimensions. */
function breakdownsOf(view: MetricView) {
  const { metric: of, isAvailable, slice } = view;
  if (!isAvailable) return [];
  const dimensions = cubes.manifest.dimensions.filter(({ id }) => of.dimensions.includes(id));
  const orderOf = (id: string) => cubes.manifest.dimensions.find((info) => info.id === id)?.members.map((each) => each.id) ?? [];
  const single = dimensions.map(({ id: dimension }) => {
    const { rows, verdicts } = view.breakdown(dimension);
    const verdictOf = (member: string) => {
      const verdict = verdicts().get(member);
      return verdict ? asVerdict(verdict) : null;
    };
    return {
      dimensions: [dimension],
      members: rows.map(({ member, now }) => ({ ...asFigure(now), members: [member], verdict: verdictOf(member) })),
    };
  });
  const crossed = (of.crossings ?? []).map((pair) => {
    const [downs, acrosses] = [orderOf(pair[0]), orderOf(pair[1])];
    const place = ({ members }: Result) =>
      downs.indexOf(members[pair[0]] ?? "") * acrosses.length + acrosses.indexOf(members[pair[1]] ?? "");
    const isNamed = ({ members }: Result) => downs.includes(members[pair[0]] ?? "") && acrosses.includes(members[pair[1]] ?? "");
    const cells = crossingOf(cubes, of, { slice, pair })
      .filter(isNamed)
      .sort((a, b) => place(a) - place(b));
    return {
      dimensions: [...pair],
      members: cells.map((cell) => ({ ...asFigure(cell), members: pair.map((id) => cell.members[id] ?? ""), verdict: null })),
    };
  });
  return [...single, ...crossed];
}

/** The document of `/api/metrics.json`. */
export function metricsDocumentOf(): MetricsDocument {
  const page = pageIn("en");
  const { period, asOf } = page;
  return metricsDocument.parse({
    version: 3,
    as_of: asOf,
    period: idOfPeriod(period),
    dimensions: cubes.manifest.dimensions,
    metrics: page.views().map((view) => {
      const { metric: of, standing, series, target } = view;
      return {
        id: of.id,
        topic: of.topic,
        label: of.label,
        description: of.description,
        unit: of.unit,
        better: of.better,
        cases: of.cases,
        remark: of.remark ? { label: of.remark.label, unit: of.remark.unit } : null,
        waits_for: waitsOf(store.site, of).map(idOfWait),
        current: asFigure(standing?.point),
        previous: asFigure(standing?.previous),
        year_ago: asFigure(standing?.yearAgo),
        target: target(period),
        verdict: view.trial && asVerdict(judged(page, view)),
        series: {
          month: series("month").map((at) => asPoint(view, at)),
          quarter: series("quarter").map((at) => asPoint(view, at)),
          year: series("year").map((at) => asPoint(view, at)),
        },
        breakdowns: breakdownsOf(view),
      };
    }),
  });
}
