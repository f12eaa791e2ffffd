import type { Page } from "./page.ts";
import { hasMetric, type Site } from "./site.ts";

const LOST_AMOUNT = "amount-lost-to-delay";

/** The metric of the amount; none where the site lacks it. */
export const lostAmountNeeds = (site: Pick<Site, "metrics">): string[] => [LOST_AMOUNT].filter((id) => hasMetric(site, id));

/** The amount of the deals that a page's delays lost, beside their number; empty where it is not that of exactly those deals. */
export function lostAmountWords(page: Page): string {
  if (!hasMetric(page.site, LOST_AMOUNT)) return "";
  const { lacking, metric, standing } = page.view(LOST_AMOUNT);
  const { hiddenAmount, lostAmount } = page.words.matrix;
  if (lacking.length > 0 || !standing) return "";
  if (standing.point.isHidden) return hiddenAmount;
  return standing.point.value === null ? "" : lostAmount(page.shown(standing.point, metric.unit));
}
