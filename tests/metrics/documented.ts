import { loadMetrics } from "../../scripts/tools/registry.ts";
import type { Documentation, Metric } from "../../src/cube/metric.ts";

async function documented(metric: Metric): Promise<Metric & Documentation> {
  const { documentation } = (await import(`../../src/metrics/${metric.id}.ts`)) as { documentation: Documentation };
  return { ...metric, ...documentation };
}

/** Every metric with what documents it. */
export const METRICS: readonly (Metric & Documentation)[] = await Promise.all((await loadMetrics()).map(documented));
