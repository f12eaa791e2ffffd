import { CSV_BOM, csvLines } from "../core/csv.ts";
import { metricsDocumentOf } from "./api.ts";
import type { MetricsDocument } from "./metrics-document.ts";

type MetricEntry = MetricsDocument["metrics"][number];

const document = metricsDocumentOf();

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
    ]),
  );

const breakdownRows = ({ id, unit, breakdowns, series }: MetricEntry) => {
  const isComplete = series.quarter.find(({ period }) => period === document.period)?.is_complete ?? false;
  return breakdowns.flatMap(({ dimensions: [dimension = "", dimension2 = ""], members }) =>
    members.map(({ members: [first = "", second = ""], value, n, is_hidden, bound }) => [
      id,
      unit,
      "quarter",
      document.period,
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
    ]),
  );
};

/** `/metrics/<id>.csv`: the series by month, quarter and year and the breakdowns of the current quarter, one row per value; empty is missing. */
export function metricCsv(id: string): string {
  const entry = document.metrics.find((metric) => metric.id === id);
  if (!entry) throw new Error(`unknown metric: ${id}`);
  return CSV_BOM + csvLines([HEAD, ...seriesRows(entry), ...breakdownRows(entry)]);
}
