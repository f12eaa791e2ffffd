import { LEVEL } from "../../analysis/chance/holm.ts";
import { midP } from "../../analysis/chance/hypergeometric.ts";
import type { Page } from "../ask/page.ts";
import { hasMetric, metricOf } from "../site.ts";

/** Dimensions that say where promises are missed. */
const WHERE = ["region", "product_line", "category"] as const;

/** A member of a dimension, what fell due of it, and what of that it missed. */
interface Missing {
  dimension: string;
  member: string;
  due: number;
  missed: number;
}

/** A member that missed more of what fell due than its share. */
export interface MissedMost extends Missing {
  /** How many of those it missed are beyond its share. */
  beyond: number;
  /** Whether that is more than chance: where all miss alike, any member is so on fewer than one page in twenty. */
  isSignal: boolean;
}

/** Beyond its share by less than one case, a member is as the others. */
const LEAST = 1;

/** The dimensions by which it is known where promises are missed. */
export function whereDimensions({ site }: Pick<Page, "site">): string[] {
  const had = new Set(metricOf(site, "sla-attainment").dimensions);
  const known = site.cubes.manifest.dimensions.map(({ id }) => id);
  return WHERE.filter((dimension) => had.has(dimension) && known.includes(dimension));
}

/** Those by which a page can say where: it is not filtered by them. */
const openDimensions = (page: Page): string[] => whereDimensions(page).filter((dimension) => !(dimension in page.slice.filters));

/** How likely chance is to part a member from the others as far as it is, in whichever way. */
const chanceOf = (own: Pick<Missing, "due" | "missed">, all: Pick<Missing, "due" | "missed">) =>
  midP({ hits: own.missed, cases: own.due, otherHits: all.missed - own.missed, otherCases: all.due - own.due });

/** Of the members of a dimension the one that missed most beyond its share, if any; `looks` dimensions of the same cases share the level. */
export function furthestOf(members: readonly Missing[], looks: number): MissedMost | null {
  const [due = 0, missed = 0] = (["due", "missed"] as const).map((part) => members.reduce((sum, each) => sum + each[part], 0));
  const [most] = members
    .map((each) => ({ ...each, beyond: each.missed - (each.due * missed) / Math.max(due, 1) }))
    .sort((a, b) => b.beyond - a.beyond);
  if (!most || most.beyond < LEAST) return null;
  return { ...most, isSignal: chanceOf(most, { due, missed }) * members.length * looks < LEVEL };
}

function missingBy(page: Page, dimension: string): Missing[] {
  const { rows } = page.view("sla-attainment").breakdown(dimension);
  return rows.flatMap(({ member, now: { value, n } }) => {
    return value === null ? [] : [{ dimension, member, due: n, missed: n - Math.round(n * value) }];
  });
}

/** Where a page's promise is missed more than elsewhere, by each dimension that the reader does not filter: what is no chance first, of that what stands out most. */
export function missedMost(page: Page): MissedMost[] {
  if (!hasMetric(page.site, "sla-attainment") || !page.view("sla-attainment").isAvailable) return [];
  const dimensions = openDimensions(page);
  return dimensions
    .flatMap((dimension) => furthestOf(missingBy(page, dimension), dimensions.length) ?? [])
    .sort((a, b) => Number(b.isSignal) - Number(a.isSignal) || b.beyond - a.beyond);
}
