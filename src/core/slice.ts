import type { Period } from "./periods.ts";
import type { Filters } from "./selection.ts";

/** What a figure is computed over: a period, and the members kept. */
export interface Slice {
  period: Period;
  filters: Filters;
}

/** The slice with all members of some dimensions, so that a figure shows those that are left out as well. */
export const lifted = ({ period, filters }: Slice, dimensions: readonly string[]): Slice => ({
  period,
  filters: Object.fromEntries(Object.entries(filters).filter(([id]) => !dimensions.includes(id))),
});
