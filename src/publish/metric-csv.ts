import { CSV_BOM, csvLines } from "../core/csv.ts";
import { unknownName } from "../core/errors.ts";
import type { MetricsDocument } from "./metrics-document.ts";

type MetricEntry = MetricsDocument["metrics"][number];

const GRAINS = ["month", "quarter", "year"] as const;

/** What a column of the CSV of a metric holds, in the terms of a Table Schema. */
export interface CsvColumn {
  name: string;
  type: "string" | "integer" | "number" | "boolean";
  description: string;
}

const column = (name: string, type: CsvColumn["type"], description: string): CsvColumn => ({ name, type, description });

/** The columns, in their order; units are those of the metric. */
export const CSV_COLUMNS: readonly CsvColumn[] = [
  column("metric", "string", "id of the metric"),
  column("unit", "string", "unit of its value, target and quantiles"),
  column("grain", "string", "month, quarter or year"),
  column("period", "string", "2026-09, 2026Q3 or 2026; fiscal"),
  column("dimension", "string", "what the value is broken down by; empty for all"),
  column("member", "string", "member of that dimension"),
  column("dimension_2", "string", "the second of two crossed dimensions"),
  column("member_2", "string", "member of that dimension"),
  column("value", "number", "empty where it is missing or hidden"),
  column("n", "integer", "cases that the value rests on"),
  column("hidden", "boolean", "the group is too small to be shown"),
  column("complete", "boolean", "the period is over, and the data reach its end"),
  column("target", "number", "of the period"),
  column("p50", "number", "median of the cases"),
  column("p90", "number", "what nine of ten cases do not exceed"),
  column("bound", "string", "what the value says of the true one: exact, or a bound"),
  column("remark", "number", "what the value leaves out, assumes or also holds"),
  column("provisional", "boolean", "it rests on days off that are not yet announced"),
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
  return CSV_BOM + csvLines([CSV_COLUMNS.map(({ name }) => name), ...seriesRows(entry), ...breakdownRows(entry, period)]);
}
