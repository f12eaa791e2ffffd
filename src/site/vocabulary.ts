import type { Filters, Vocabulary } from "../core/selection.ts";
import { EFFECTS, factsOf, type Metric, TOPICS } from "../cube/metric.ts";
import { DEPARTMENT_METRICS } from "./department.ts";
import { PARTICULAR } from "./figures/particular.ts";
import type { Site } from "./site.ts";

/** What the overview and the matrix are filtered by. */
const ATTAINMENT = "sla-attainment";

const isToldBy = (specs: readonly string[], metric: string): boolean => specs.some((spec) => spec.split(" ")[1] === metric);

const PER_METRIC = /^(?:metrics|embed)\/([^/]+)\/$/;

/** Metrics that a page shows figures of, by its path in every language, such as `response/`; none on a page without figures. */
export function metricsOfPath({ metrics }: Pick<Site, "metrics">, path: string): readonly Metric[] {
  const id = PER_METRIC.exec(path)?.[1];
  if (path === "") return metrics.filter(({ id, topic }) => id === ATTAINMENT || EFFECTS.some((effect) => effect === topic));
  if (PER_DEPARTMENT.test(path)) return metrics.filter(({ topic, id }) => topic === "matrix" || DEPARTMENT_METRICS.includes(id));
  // its cells tell what was promised; what else they count has fewer dimensions
  if (path === "matrix/") return metrics.filter(({ id }) => id === ATTAINMENT);
  const own = TOPICS.find((topic) => path === `${topic}/`);
  if (own) return metrics.filter(({ topic, id }) => topic === own || isToldBy(PARTICULAR[own], id));
  return metrics.filter((metric) => metric.id === id);
}

const PER_DEPARTMENT = /^departments\/([^/]+)\/$/;

/** What the page of a path is about whatever the reader selects there. */
export function withinOfPath(path: string): Filters {
  const department = PER_DEPARTMENT.exec(path)?.[1];
  return department ? { department: [department] } : {};
}

/** What a selection may name on the page of a path. */
export const vocabularyOfPath = (site: Parameters<typeof vocabularyOf>[0] & Pick<Site, "metrics">, path: string): Vocabulary =>
  vocabularyOf(site, metricsOfPath(site, path), withinOfPath(path));

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
