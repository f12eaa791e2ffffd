import { isReached } from "../../core/canonical-selection.ts";
import { yearBefore } from "../../core/periods.ts";
import type { Selection, Vocabulary } from "../../core/selection.ts";
import type { Page } from "../../site/ask/page.ts";

/** In the order in which they are offered. */
export const COMPARISONS = ["before", "yearAgo", "whole"] as const;

export type PresetId = (typeof COMPARISONS)[number];

/** What is most often compared with; `undefined` where it makes no sense, or has no data. */
export function comparisonPresets(
  { selection, period }: Pick<Page, "selection" | "period">,
  vocabulary: Vocabulary,
): Record<PresetId, Selection["against"] | undefined> {
  const hasFilters = Object.keys(selection.filters).length > 0;
  return {
    before: null,
    yearAgo: isReached(yearBefore(period), vocabulary) ? { period: "year-ago", filters: selection.filters } : undefined,
    whole: hasFilters ? { period: selection.period, filters: {} } : undefined,
  };
}
