import type { SlideTable } from "../../data/review.ts";
import type { MetricView } from "../../site/ask/metric-view.ts";
import type { Page } from "../../site/ask/page.ts";
import { judged } from "../../site/ask/verdicts.ts";
import { metricsTable } from "../../site/say/overview.ts";
import { slideTable } from "./blocks.ts";

/** How the verdict of a metric stands out. */
function toneOf(page: Page, view: MetricView): "better" | "worse" | null {
  const { direction } = judged(page, view);
  return direction === "better" || direction === "worse" ? direction : null;
}

/** Metrics in rows, the verdicts of those that stand out from chance in their colour. */
export function metricsBlock(page: Page, views: readonly MetricView[]): SlideTable {
  const table = slideTable(metricsTable(page, views, ""));
  const rows = table.rows.map((row, i) => {
    const view = views[i];
    const tone = view ? toneOf(page, view) : null;
    return row.map((cell, column) => (column === row.length - 1 ? { ...cell, tone } : cell));
  });
  return { ...table, rows };
}
