import type { Metric } from "../cube/metric.ts";
import type { Page } from "./page.ts";
import { factInfosOf } from "./site.ts";

/** Says which groups of a metric are hidden, and why; none for a metric that shows every group. */
export function hiddenNotes(page: Page, metric: Metric): string[] {
  const sets = new Set(factInfosOf(page.site, metric).flatMap(({ pooling }) => pooling?.set ?? []));
  return [...sets].map((set) => page.words.hiddenNotes[set](page.minimums[set]));
}
