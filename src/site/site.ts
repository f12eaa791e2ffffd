import type { Column } from "../core/columns.ts";
import { unknownName } from "../core/errors.ts";
import type { MinimumSettings } from "../core/pooling.ts";
import type { Text } from "../core/text.ts";
import type { Cubes } from "../cube/cubes.ts";
import { factsOf, type Metric } from "../cube/metric.ts";
import type { Topic } from "../cube/topic.ts";
import type { DimensionInfo, FactInfo } from "../data/manifest.ts";
import type { Reference } from "../data/reference.ts";
import type { SiteConfig } from "../data/site-config.ts";

/** The name of a column, and those of its values. */
type Named = Pick<Column, "label" | "values">;

/** All that figures are made from, the same at build and in the browser. */
export interface Site {
  config: Pick<SiteConfig, "title" | "company" | "fiscal_year_starts" | "minimum_role_holders"> &
    MinimumSettings /** Default yuan, and 1 to 5. */ & { [S in "currency" | "survey_scale"]?: SiteConfig[S] | undefined };
  /** Every metric that the company's data give, in the order in which metrics are read. */
  metrics: readonly Metric[];
  /** Every topic that any of them is about, in the order in which they are read. */
  topics: readonly Topic[];
  cubes: Cubes;
  reference: Reference;
  /** By table: its name, the systems whose exports feed it, and those of its columns that a metric waits for. */
  tables: Readonly<Record<string, { label: Text; systems: readonly Text[]; columns: Readonly<Record<string, Named>> }>>;
}

/** Whether a site has a metric. */
export const hasMetric = ({ metrics }: Pick<Site, "metrics">, id: string): boolean => metrics.some((metric) => metric.id === id);

/** The metric of a name. Throws when there is none. */
export function metricOf({ metrics }: Pick<Site, "metrics">, id: string): Metric {
  const found = metrics.find((metric) => metric.id === id);
  if (!found)
    throw unknownName(
      "metric",
      id,
      metrics.map((metric) => metric.id),
      "src/metrics has",
    );
  return found;
}

/** The topic of a name. Throws when there is none. */
export function topicOf({ topics }: Pick<Site, "topics">, id: string): Topic {
  const found = topics.find((topic) => topic.id === id);
  if (!found)
    throw unknownName(
      "topic",
      id,
      topics.map((topic) => topic.id),
      "src/topics has",
    );
  return found;
}

/** Effects of collaboration. */
const EFFECTS = 4;

/** What the overview sums up, in its order: the effects of collaboration or, where a company's data do not give all of them, every topic that there is. */
export function summedUpOf({ topics }: Pick<Site, "topics">): readonly Topic[] {
  const effects = topics.filter(({ isEffect }) => isEffect);
  return effects.length === EFFECTS ? effects : topics;
}

/** The dimension of a name. Throws when there is none. */
export function dimensionOf({ cubes }: Pick<Site, "cubes">, id: string): DimensionInfo {
  const { dimensions } = cubes.manifest;
  const found = dimensions.find((dimension) => dimension.id === id);
  if (!found)
    throw unknownName(
      "dimension",
      id,
      dimensions.map((dimension) => dimension.id),
      "the cubes have",
    );
  return found;
}

/** Facts that a metric is made from, as the build described them. */
export const factInfosOf = ({ cubes }: Pick<Site, "cubes">, metric: Metric): FactInfo[] =>
  factsOf(metric).flatMap((id) => cubes.fact(id) ?? []);

/** Tables that a metric is made from. */
export const tablesOf = (site: Site, metric: Metric): string[] => [...new Set(factInfosOf(site, metric).flatMap(({ tables }) => tables))];

/** Systems whose exports a metric is made from. */
export const systemsOf = (site: Site, metric: Metric): Text[] => {
  const systems = tablesOf(site, metric).flatMap((table) => site.tables[table]?.systems ?? []);
  return [...new Map(systems.map((system) => [system.zh, system])).values()];
};
