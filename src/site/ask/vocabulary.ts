import type { Filters, Vocabulary } from "../../core/selection.ts";
import { factsOf, type Metric } from "../../cube/metric.ts";
import type { Route } from "../routes.ts";
import type { Site } from "../site.ts";

/** What a selection may name of some metrics: the months that any of them reaches, and the dimensions that any of them has and that are not fixed. */
export function vocabularyOf(
  { cubes, config }: Pick<Site, "cubes"> & { config: Pick<Site["config"], "fiscal_year_starts"> },
  metrics: readonly Metric[],
  within: Filters = {},
): Vocabulary {
  const facts = [...new Set(metrics.flatMap(factsOf))].flatMap((id) => cubes.fact(id) ?? []).filter(({ rows }) => rows > 0);
  const had = new Set(metrics.flatMap(({ dimensions }) => dimensions));
  return {
    fiscalStart: config.fiscal_year_starts,
    first: Math.min(...facts.map(({ first }) => first)),
    last: Math.max(...facts.map(({ last }) => last)),
    dimensions: cubes.manifest.dimensions.filter(({ id }) => had.has(id) && !(id in within)),
  };
}

/** The metrics that a page shows. */
export const metricsOfRoute = ({ metrics }: Pick<Site, "metrics">, route: Pick<Route, "metrics"> | undefined): Metric[] =>
  metrics.filter(({ id }) => route?.metrics.includes(id));

/** What a selection may name on a page. */
export const vocabularyOfRoute = (site: Parameters<typeof vocabularyOf>[0] & Pick<Site, "metrics">, route: Route | undefined): Vocabulary =>
  vocabularyOf(site, metricsOfRoute(site, route), route?.within);
