import { isAvailable } from "../../cube/evaluate.ts";
import type { Metric } from "../../cube/metric.ts";
import type { DimensionInfo } from "../../data/manifest.ts";
import { dimensionOf, type Site } from "../../site/site.ts";

/** A dimension to filter by, and the metric whose cases are counted for each of its members. */
export interface FilterDimension {
  dimension: DimensionInfo;
  metric: Metric;
}

/** The dimensions of a page's metrics that have data: those that most of them have come first. */
export function filterDimensions(site: Site, metrics: readonly Metric[]): FilterDimension[] {
  const available = metrics.filter((metric) => isAvailable(site.cubes, metric));
  const byDimension = Map.groupBy(
    available.flatMap((metric) => metric.dimensions.map((id) => ({ id, metric }))),
    ({ id }) => id,
  );
  return [...byDimension]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([id, [first]]) => (first ? [{ dimension: dimensionOf(site, id), metric: first.metric }] : []));
}

/** As many dimensions have a button of their own; the others wait behind one button. */
const SHOWN = 6;

/** Which dimensions have a button at once, and which wait behind "more"; never a single one. */
export function sortOut<T>(dimensions: readonly T[]): { shown: readonly T[]; rest: readonly T[] } {
  const count = dimensions.length > SHOWN ? SHOWN - 1 : SHOWN;
  return { shown: dimensions.slice(0, count), rest: dimensions.slice(count) };
}
