import type { Vocabulary } from "../core/selection.ts";
import { EFFECTS, factsOf, type Metric } from "../cube/metric.ts";
import type { Site } from "./site.ts";

const PER_METRIC = /^(?:metrics|embed)\/([^/]+)\/$/;

/** Metrics that a page shows figures of, by its path in every language, such as `response/`; none on a page without figures. */
export function metricsOfPath({ metrics }: Pick<Site, "metrics">, path: string): readonly Metric[] {
  const id = PER_METRIC.exec(path)?.[1];
  if (path === "") return metrics;
  if (EFFECTS.some((effect) => path === `${effect}/`)) return metrics.filter(({ effect }) => path === `${effect}/`);
  return metrics.filter((metric) => metric.id === id);
}

/** What a selection may name on the page of some metrics: the months that any of them reaches, and the dimensions that any of them has. */
export function vocabularyOf(
  { cubes, config }: Pick<Site, "cubes"> & { config: Pick<Site["config"], "fiscal_year_starts"> },
  metrics: readonly Metric[],
): Vocabulary {
  const facts = [...new Set(metrics.flatMap(factsOf))].flatMap((id) => cubes.fact(id) ?? []).filter(({ rows }) => rows > 0);
  const had = new Set(metrics.flatMap(({ dimensions }) => dimensions));
  return {
    fiscalStart: config.fiscal_year_starts,
    first: Math.min(...facts.map(({ first }) => first)),
    last: Math.max(...facts.map(({ last }) => last)),
    dimensions: cubes.manifest.dimensions.filter(({ id }) => had.has(id)),
  };
}
