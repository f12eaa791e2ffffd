import { CSV_BOM, csvLines } from "../core/csv.ts";
import { unknownName } from "../core/errors.ts";
import type { MetricsDocument } from "./metrics-document.ts";

type MetricEntry = MetricsDocument["metrics"][number];

const GRAINS = ["month", "quarter", "year"] as const;

const HEAD = [
  "metric",
  "unit",
  "grain",
  "period",
  "dimension",
  "member",
  "dimension_2",
  "member_2",
  "value",
  "n",
  "hidden",
  "complete",
  "target",
  "p50",
  "p90",
  "bound",
  "remark",
  "provisional",
];

const seriesRows = ({ id, unit, series }: MetricEntry) =>
  GRAINS.flatMap((grain) =>
    series[grain].map((at) => [
      id,
      unit,
      grain,
      at.period,
      "",
      "",
      "",
      "",
      at.value,
      at.n,
      at.is_hidden ? 1 : 0,
      at.is_complete ? 1 : 0,
      at.target,
      at.quantiles["0.5"] ?? null,
      at.quantiles["0.9"] ?? null,
      at.bound,
      at.remark,
      at.is_provisional ? 1 : 0,
    ]),
  );

const breakdownRows = ({ id, unit, breakdowns, series }: MetricEntry, current: string) => {
  const grain = current.includes("Q") ? "quarter" : "year";
  const isComplete = series[grain].find(({ period }) => period === current)?.is_complete ?? false;
  return breakdowns.flatMap(({ dimensions: [dimension = "", dimension2 = ""], members }) =>
    members.map(({ members: [first = "", second = ""], value, n, is_hidden, bound, is_provisional }) => [
      id,
      unit,
      grain,
      current,
      dimension,
      first,
      dimension2,
      second,
      value,
      n,
      is_hidden ? 1 : 0,
      isComplete ? 1 : 0,
      null,
      null,
      null,
      bound,
      null,
      is_provisional ? 1 : 0,
    ]),
  );
};

/** `/metrics/<id>.csv`: the series by month, quarter and year and the breakdowns of the current quarter, one row per value; empty is missing. Throws on a metric that the document does not have. */
export function metricCsv({ metrics, period }: MetricsDocument, id: string): string {
  const entry = metrics.find((metric) => metric.id === id);
  if (!entry)
    throw unknownName(
      "metric",
      id,
      metrics.map((metric) => metric.id),
      "the document has",
    );
  return CSV_BOM + csvLines([HEAD, ...seriesRows(entry), ...breakdownRows(entry, period)]);
}
