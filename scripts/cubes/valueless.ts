import { seriesOf } from "../../src/analysis/series.ts";
import type { FiscalStart } from "../../src/core/periods.ts";
import type { Cubes } from "../../src/cube/cubes.ts";
import type { Metric } from "../../src/cube/metric.ts";

/** Ids of the metrics whose facts are there, and that have no value in any of the shortest periods that they are shown by; one that is hidden counts as a value. */
export function valuelessOf(cubes: Cubes, metrics: readonly Metric[], fiscalStart: FiscalStart): string[] {
  const isValueless = (metric: Metric) => {
    const points = seriesOf(cubes, metric, { grain: metric.finest ?? "month", fiscalStart });
    return points.length > 0 && points.every(({ value, isHidden }) => value === null && !isHidden);
  };
  return metrics.filter(isValueless).map(({ id }) => id);
}
