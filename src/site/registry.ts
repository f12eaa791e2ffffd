import { byRank, type Metric, type MetricDefinition } from "../cube/metric.ts";

const definitions = import.meta.glob<MetricDefinition>("../metrics/*.ts", { eager: true, import: "default" });

const idOf = (path: string) => path.replace(/^.*\/(.*)\.ts$/, "$1");

/** Every metric of `src/metrics/`, named by its file, in the order in which metrics are read. */
export const metrics: readonly Metric[] = Object.entries(definitions)
  .map(([path, definition]) => ({ id: idOf(path), ...definition }))
  .sort(byRank);
