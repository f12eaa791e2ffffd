import type { Table } from "../core/contract.ts";
import { byRank, type Metric, type MetricDefinition } from "../cube/metric.ts";

const definitions = import.meta.glob<MetricDefinition>("../metrics/*.ts", { eager: true, import: "default" });
const contracts = import.meta.glob<Table>("../tables/*.ts", { eager: true, import: "default" });

const idOf = (path: string) => path.replace(/^.*\/(.*)\.ts$/, "$1");

/** Every metric of `src/metrics/`, named by its file, in the order in which metrics are read. */
export const metrics: readonly Metric[] = Object.entries(definitions)
  .map(([path, definition]) => ({ id: idOf(path), ...definition }))
  .sort(byRank);

/** Every contract of `src/tables/`. */
export const tables: readonly Table[] = Object.values(contracts);

/** The metric of a name. Throws when there is none. */
export function metricOf(id: string): Metric {
  const found = metrics.find((metric) => metric.id === id);
  if (!found) throw new Error(`unknown metric: ${id}; src/metrics has ${metrics.map((metric) => metric.id).join(", ")}`);
  return found;
}

/** The contract of a table. Throws when there is none. */
export function tableOf(id: string): Table {
  const found = tables.find((table) => table.id === id);
  if (!found) throw new Error(`unknown table: ${id}; src/tables has ${tables.map((table) => table.id).join(", ")}`);
  return found;
}
