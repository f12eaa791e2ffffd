import type { Metric } from "../../cube/metric.ts";
import { isProvisional } from "../../cube/provisional.ts";
import type { Page } from "../ask/page.ts";

/** What it means that a value is marked as provisional. */
export const provisionalNote = (page: Page): string => page.words.provisionalNote(page.listed(page.site.cubes.manifest.provisionalYears));

/** The same where some metrics are provisional in the page's period, or in what it is compared with; else empty. */
export function provisionalNoteOn(page: Page, metrics: readonly Metric[]): string {
  const { site, slice, against } = page;
  const isMarked = [slice, against].some(({ period }) =>
    metrics.some((metric) => isProvisional(site.cubes, metric, { period, by: metric.dimensions })),
  );
  return isMarked ? provisionalNote(page) : "";
}
