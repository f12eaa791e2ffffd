import type { Text } from "../core/text.ts";
import type { Documentation, Metric } from "../cube/metric.ts";

const DOCUMENTATION = import.meta.glob<Documentation>("../metrics/*.ts", { eager: true, import: "documentation" });

/** Exactly what a metric of `src/metrics/` counts and what it leaves out, in a sentence. Throws when its file has no documentation. */
export function descriptionOf({ id }: Pick<Metric, "id">): Text {
  const found = DOCUMENTATION[`../metrics/${id}.ts`];
  if (!found) throw new Error(`no documentation of a metric: ${id}; src/metrics/${id}.ts has to export it`);
  return found.description;
}
