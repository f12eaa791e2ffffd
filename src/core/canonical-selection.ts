import { type Period, periodSpanning } from "./periods.ts";
import {
  type ComparedChoice,
  DEFAULT_SELECTION,
  type Filters,
  isRelative,
  type Scope,
  type Selection,
  type Vocabulary,
} from "./selection.ts";

/**
 * The selection as far as it makes sense with a vocabulary, so that equal selections look the same: members in the vocabulary's order,
 * no filter that keeps all, no period without data, no second scope like the first, or like the one that is compared with by default.
 */
export function canonical({ split, show, against, ...own }: Selection, vocabulary: Vocabulary): Selection {
  const scope = canonicalScope(own, vocabulary, DEFAULT_SELECTION.period);
  const other = against && canonicalScope<ComparedChoice>(against, vocabulary, scope.period);
  return {
    ...scope,
    split: vocabulary.dimensions.some(({ id }) => id === split) ? split : null,
    show,
    against: other && !isSameScope(other, scope) && !isSameScope(other, { ...scope, period: "previous" }) ? other : null,
  };
}

/** Whether the data reach a month of the period; a relative period lies where the data are. */
export const isReached = (choice: ComparedChoice, { first, last }: Vocabulary): boolean =>
  isRelative(choice) || (choice.start <= last && choice.end >= first);

function canonicalScope<P extends ComparedChoice>({ period, filters }: Scope<P>, vocabulary: Vocabulary, otherwise: P): Scope<P | Period> {
  return {
    period: isReached(period, vocabulary) ? canonicalPeriod(period, vocabulary) : otherwise,
    filters: canonicalFilters(filters, vocabulary),
  };
}

const canonicalPeriod = <P extends ComparedChoice>(choice: P, { fiscalStart }: Vocabulary): P | Period =>
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
const isSameScope = (a: Scope<ComparedChoice>, b: Scope<ComparedChoice>) =>
  JSON.stringify([a.period, a.filters]) === JSON.stringify([b.period, b.filters]);
