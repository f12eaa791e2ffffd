import { withinFilters } from "../core/selection.ts";
import { printSelection } from "../core/selection-query.ts";
import type { Metric } from "../cube/metric.ts";
import { vocabularyOf } from "./ask/vocabulary.ts";
import type { FigureData } from "./figures/figure.ts";
import { promiseSpecs } from "./matrix/department.ts";
import { type Site, topicOf } from "./site.ts";
import { parseSpec, printSpec } from "./spec.ts";

/** Specs of the figures that can be embedded of a metric; the first where none is asked for. */
const specsOf = (site: Site, { id, topic, dimensions, crossings = [] }: Metric): string[] => [
  `trend ${id}`,
  `carriers ${id}`,
  `spread ${id}`,
  ...dimensions.flatMap((dimension) => [`breakdown ${id} ${dimension}`, `ranking ${id} ${dimension}`]),
  ...crossings.map((pair) => `crossing ${id} ${pair.join(" ")}`),
  ...topicOf(site, topic).figures,
  ...promiseSpecs(site, id),
];

/** How an address names a figure of a metric: `breakdown.region`. */
const keyOf = (spec: string, { id }: Metric): string => spec.replace(` ${id}`, "").replaceAll(" ", ".");

/** The figure of a metric that an address names; null when the metric has none of the name. */
export const specOfKey = (key: string, metric: Metric, site: Site): string | null =>
  specsOf(site, metric).find((spec) => keyOf(spec, metric) === key) ?? null;

/** Address of a figure alone, as it is selected now, to be set in another page. */
export function embedAddress({ page, metric }: FigureData, spec: string): string {
  const key = keyOf(printSpec({ ...parseSpec(spec), within: null }), metric);
  const query = printSelection(withinFilters(page.selection, page.within), vocabularyOf(page.site, [metric]));
  const parts = [key === "trend" ? "" : `figure=${key}`, query].filter(Boolean).join("&");
  return page.href(`embed/${metric.id}/${parts && `?${parts}`}`);
}
