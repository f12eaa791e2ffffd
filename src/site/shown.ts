import type { Cubes } from "../cube/cubes.ts";
import { isAvailable } from "../cube/evaluate.ts";
import type { Metric } from "../cube/metric.ts";
import { offered } from "../cube/offered.ts";
import type { Topic } from "../cube/topic.ts";
import { hasPromises } from "./ask/promises.ts";

/** Metrics and topics, of all that there are. */
interface Known {
  metrics: readonly Metric[];
  topics: readonly Topic[];
}

/** What a site shows of them, and the metrics that wait for data. */
interface Shown extends Known {
  waiting: readonly Metric[];
}

/** The metrics that a company's data give, with the dimensions that these state, and the topics that they are about, named for what they hold; all else is not on its site. */
export function shownOf({ metrics, topics }: Known, cubes: Cubes): Shown {
  const isGiven = (metric: Metric) =>
    isAvailable(cubes, metric) && (cubes.fact(metric.fact)?.rows ?? 0) > 0 && !cubes.manifest.valueless.includes(metric.id);
  const given = metrics.map((metric) => offered(metric, cubes.manifest.facts)).filter(isGiven);
  return {
    metrics: given,
    topics: topics
      .filter(({ id }) => given.some(({ topic }) => topic === id))
      .map((topic) => (hasPromises({ metrics: given }) ? topic : { ...topic, ...topic.withoutPromises })),
    waiting: metrics.filter((metric) => !given.some(({ id }) => id === metric.id)),
  };
}
