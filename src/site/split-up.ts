import type { MetricView } from "./metric-view.ts";
import type { Page } from "./page.ts";
import { shownDirection } from "./sentences.ts";
import { judged } from "./verdicts.ts";

/** Whether the change of a metric is split up by who carried it: it is no chance, and went the way that the verdict says. */
export function isSplitUp(page: Page, view: MetricView): boolean {
  const { direction } = judged(page, view);
  const { standing, metric } = view;
  return direction !== null && standing !== null && shownDirection(page, metric, standing) === direction;
}
