import fc from "fast-check";
import { canonical } from "../../src/core/canonical-selection.ts";
import { monthOf, periodSpanning } from "../../src/core/periods.ts";
import {
  COMPARED_PERIODS,
  type ComparedChoice,
  RELATIVE_PERIODS,
  type Scope,
  type Selection,
  SHOWS,
  type Vocabulary,
} from "../../src/core/selection.ts";

const FIRST = monthOf(2024, 1);

const RESERVED: ReadonlySet<string> = new Set(["period", "split", "show"]);

const awkward = fc.constantFrom(..."ab,\\*&=%+?#'\"<>. :/华东😀\u0301\u00a0\uFEFF", "%2C", "vs.");

/** Names of anything: every character that a query gives a meaning, Chinese, emoji and combining marks. */
export const names = fc.oneof(
  fc.array(awkward, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
  fc.constantFrom("*", "\\", ",", ",,", "\\,", "**", "constructor", "__proto__", "last-quarter"),
);

const columns = fc.stringMatching(/^[a-z][a-z_]{0,7}$/).filter((id) => !RESERVED.has(id));

const dimensions = fc.record({
  id: columns,
  members: fc.uniqueArray(names, { maxLength: 5 }).map((ids) => ids.map((id) => ({ id }))),
});

export const vocabularies: fc.Arbitrary<Vocabulary> = fc.record({
  fiscalStart: fc.integer({ min: 1, max: 12 }),
  first: fc.constant(FIRST),
  last: fc.integer({ min: FIRST, max: FIRST + 40 }),
  dimensions: fc.uniqueArray(dimensions, { maxLength: 4, selector: ({ id }) => id }),
});

function scopes({ fiscalStart, dimensions }: Vocabulary): fc.Arbitrary<Scope> {
  const span = fc.tuple(fc.integer({ min: FIRST - 20, max: FIRST + 60 }), fc.nat({ max: 14 }));
  const members = dimensions.map(({ id, members }) => [id, fc.shuffledSubarray(members.map((member) => member.id))] as const);
  const periods = fc.oneof(
    fc.constantFrom(...RELATIVE_PERIODS),
    span.map(([start, more]) => periodSpanning(start, start + more, fiscalStart)),
  );
  const filters = fc.record(Object.fromEntries(members));
  return fc.tuple(periods, filters).map(([period, filters]) => ({ period, filters }));
}

/** Scopes to compare with: some with a period that is named from that of the first. */
const comparedScopes = (vocabulary: Vocabulary): fc.Arbitrary<Scope<ComparedChoice>> =>
  fc
    .tuple(scopes(vocabulary), fc.option(fc.constantFrom(...COMPARED_PERIODS)))
    .map(([{ period, filters }, named]) => ({ period: named ?? period, filters }));

/** Selections as a reader may come to them: in any order, with periods that the data do not reach. */
export const selectionsOf = (vocabulary: Vocabulary): fc.Arbitrary<Selection> =>
  fc
    .record({
      scope: scopes(vocabulary),
      split: fc.constantFrom(null, ...vocabulary.dimensions.map(({ id }) => id)),
      show: fc.constantFrom(...SHOWS),
      against: fc.option(comparedScopes(vocabulary)),
    })
    .map(({ scope, ...others }) => ({ ...scope, ...others }));

/** A vocabulary and a canonical selection of it. */
export const canonicalSelections: fc.Arbitrary<[Vocabulary, Selection]> = vocabularies.chain((vocabulary) =>
  selectionsOf(vocabulary).map((selection): [Vocabulary, Selection] => [vocabulary, canonical(selection, vocabulary)]),
);
