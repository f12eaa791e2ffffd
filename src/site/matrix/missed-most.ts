import type { Page } from "../ask/page.ts";
import { hasMetric, metricOf } from "../site.ts";

/** Dimensions that say where promises are missed. */
const WHERE = ["region", "product_line", "category"] as const;

/** A member that missed more of what fell due than its share. */
export interface MissedMost {
  dimension: string;
  member: string;
  due: number;
  missed: number;
  /** How many of those it missed are beyond its share. */
  beyond: number;
}

/** Beyond its share by less than one case, a member is as the others. */
const LEAST = 1;

const byBeyond = (a: MissedMost, b: MissedMost) => b.beyond - a.beyond;

/** The dimensions by which a page can say where, without those that it is filtered by. */
function openDimensions({ site, slice }: Page): string[] {
  const had = new Set(metricOf(site, "sla-attainment").dimensions);
  const known = site.cubes.manifest.dimensions.map(({ id }) => id);
  return WHERE.filter((dimension) => had.has(dimension) && known.includes(dimension) && !(dimension in slice.filters));
}

/** The member of a dimension that missed most beyond its share. */
function missedMostBy(page: Page, dimension: string): MissedMost[] {
  const members = page
    .view("sla-attainment")
    .breakdown(dimension)
    .rows.flatMap(({ member, now: { value, n } }) => {
      return value === null ? [] : [{ dimension, member, due: n, missed: n - Math.round(n * value) }];
    });
  const [due, missed] = (["due", "missed"] as const).map((part) => members.reduce((sum, each) => sum + each[part], 0));
  if (!due || !missed) return [];
  const most = members.map((each) => ({ ...each, beyond: each.missed - (each.due * missed) / due })).sort(byBeyond)[0];
  return most && most.beyond >= LEAST ? [most] : [];
}

/** Where a page's promise is missed more than elsewhere, by each dimension that the reader does not filter; what stands out most first. */
export function missedMost(page: Page): MissedMost[] {
  if (!hasMetric(page.site, "sla-attainment") || !page.view("sla-attainment").isAvailable) return [];
  return openDimensions(page)
    .flatMap((dimension) => missedMostBy(page, dimension))
    .sort(byBeyond);
}
