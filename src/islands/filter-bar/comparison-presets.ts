import { yearBefore } from "../../core/periods.ts";
import type { Scope } from "../../core/selection.ts";
import type { Page } from "../../site/page.ts";

/** In the order in which they are offered. */
export const COMPARISONS = ["before", "yearAgo", "whole"] as const;

export type PresetId = (typeof COMPARISONS)[number];

/** What is most often compared with; `undefined` where it makes no sense. */
export function comparisonPresets({ selection, period }: Pick<Page, "selection" | "period">): Record<PresetId, Scope | null | undefined> {
  const hasFilters = Object.keys(selection.filters).length > 0;
  return {
    before: null,
    yearAgo: { period: yearBefore(period), filters: selection.filters },
    whole: hasFilters ? { period: selection.period, filters: {} } : undefined,
  };
}
