import { periodSpanning } from "./periods.ts";
import {
  DEFAULT_SELECTION,
  type Filters,
  isRelative,
  type PeriodChoice,
  type Scope,
  type Selection,
  type Vocabulary,
} from "./selection.ts";

/**
 * The selection as far as it makes sense with a vocabulary, so that equal selections look the same: members in the vocabulary's order,
 * no filter that keeps all, no period without data, no second scope like the first.
 */
export function canonical({ split, show, against, ...own }: Selection, vocabulary: Vocabulary): Selection {
  const scope = canonicalScope(own, vocabulary, DEFAULT_SELECTION.period);
  const other = against && canonicalScope(against, vocabulary, scope.period);
  return {
    ...scope,
    split: vocabulary.dimensions.some(({ id }) => id === split) ? split : null,
    show,
    against: other && !isSameScope(other, scope) ? other : null,
  };
}

/** Whether the data reach a month of the period; a relative period lies where the data are. */
export const isReached = (choice: PeriodChoice, { first, last }: Vocabulary): boolean =>
  isRelative(choice) || (choice.start <= last && choice.end >= first);

function canonicalScope({ period, filters }: Scope, vocabulary: Vocabulary, otherwise: PeriodChoice): Scope {
  return {
    period: isReached(period, vocabulary) ? canonicalPeriod(period, vocabulary) : otherwise,
    filters: canonicalFilters(filters, vocabulary),
  };
}

const canonicalPeriod = (choice: PeriodChoice, { fiscalStart }: Vocabulary): PeriodChoice =>
  isRelative(choice) ? choice : periodSpanning(choice.start, choice.end, fiscalStart);

function canonicalFilters(filters: Filters, { dimensions }: Vocabulary): Filters {
  const kept = dimensions.map(({ id, members }) => {
    const chosen = new Set(filters[id]);
    const ids = members.map((member) => member.id).filter((member) => chosen.has(member));
    return [id, ids.length < members.length ? ids : []] as const;
  });
  return Object.fromEntries(kept.filter(([, ids]) => ids.length > 0));
}

/** Canonical scopes have their keys and members in one order. */
const isSameScope = (a: Scope, b: Scope) => JSON.stringify([a.period, a.filters]) === JSON.stringify([b.period, b.filters]);
