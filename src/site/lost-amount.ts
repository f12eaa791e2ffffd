import type { Page } from "./page.ts";

/** The amount of the deals that a page's delays lost, beside their number; empty where it is not told of exactly those deals. */
export function lostAmountWords(page: Page): string {
  const { lacking, metric, standing } = page.view("amount-lost-to-delay");
  const { hiddenAmount, lostAmount } = page.words.matrix;
  if (lacking.length > 0 || !standing) return "";
  if (standing.point.isHidden) return hiddenAmount;
  return standing.point.value === null ? "" : lostAmount(page.shown(standing.point, metric.unit));
}
