import { isSamePeriod, type Period, periodSpanning } from "../../core/periods.ts";
import {
  DEFAULT_SELECTION,
  type Filters,
  isRelative,
  type Selection,
  type Vocabulary,
  withFilter,
  withScope,
} from "../../core/selection.ts";
import type { Choice } from "../../site/figures/figure.ts";

/** Whether the selection is what the choice makes of it, so that choosing it again undoes it. */
export function isChosen({ period, filters }: Selection, choice: Choice): boolean {
  if ("period" in choice) return !isRelative(period) && isSamePeriod(period, choice.period);
  return Object.entries(choice.members).every(
    ([dimension, member]) => filters[dimension]?.length === 1 && filters[dimension][0] === member,
  );
}

/** Whether a page can select by the choice: it knows the dimensions of its members. */
export const isChoosable = (choice: Choice, { dimensions }: Vocabulary): boolean =>
  "period" in choice || Object.keys(choice.members).every((dimension) => dimensions.some(({ id }) => id === dimension));

/**
 * The selection after a choice: its period, or only its members; chosen again, the default period or all members.
 * `isAdded` adds the members to those kept instead, or takes them away when all of them are kept.
 */
export function choose(selection: Selection, choice: Choice, { isAdded }: { isAdded: boolean }): Selection {
  const isUndone = isChosen(selection, choice);
  if ("period" in choice) return withScope(selection, { period: isUndone ? DEFAULT_SELECTION.period : choice.period });
  if (isAdded) return withScope(selection, { filters: withAdded(selection.filters, choice.members) });
  const filters = Object.entries(choice.members).reduce<Filters>(
    (kept, [dimension, member]) => withFilter(kept, dimension, isUndone ? [] : [member]),
    selection.filters,
  );
  return withScope(selection, { filters });
}

function withAdded(filters: Filters, members: Readonly<Record<string, string>>): Filters {
  const isKept = ([dimension, member]: [string, string]) => filters[dimension]?.includes(member) ?? false;
  const isRemoved = Object.entries(members).every(isKept);
  return Object.entries(members).reduce<Filters>((kept, [dimension, member]) => {
    const others = (filters[dimension] ?? []).filter((each) => each !== member);
    return withFilter(kept, dimension, isRemoved ? others : [...others, member]);
  }, filters);
}

/** The months from one choice to another, in either order; null unless both are periods. */
export function spanning(one: Choice | null | undefined, other: Choice | null | undefined, fiscalStart: number): Period | null {
  if (!one || !other || !("period" in one) || !("period" in other)) return null;
  const start = Math.min(one.period.start, other.period.start);
  return periodSpanning(start, Math.max(one.period.end, other.period.end), fiscalStart);
}
