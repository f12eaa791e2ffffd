import { type Contribution, partOf } from "./contributions.ts";

/** How a change came about by the members of a dimension: by some of them, by a shift of weight between them, or by all alike. */
export type Carried =
  /** Several where they carried the same. */
  | { by: "members"; main: readonly Contribution[] }
  /** `isReversed`: every member changed the other way than the whole (Simpson's paradox). */
  | { by: "mix"; main: Contribution; isReversed: boolean }
  | { by: "all" };

/**
 * A member is named when it carries this part of the change beyond what was due to it. Where all members change alike, chance brings one of
 * them so far in about one of ten changes that are three times their standard error, of three members or of eighteen.
 */
const NAMED = 1 / 3;

/** A member that carried this part of what the foremost did beyond its due is named beside it. */
const THE_SAME = 0.95;

/** The mix is named when it carries more than this part of the change. */
const BY_MIX = 0.5;

/** What a member carried: of its own and by its weight. */
const carriedBy = ({ rate, mix }: Contribution): number => rate + mix;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The change of the whole, to which all contributions add up. */
export const wholeOf = (contributions: readonly Contribution[]): number => sum(contributions.map(carriedBy));

const largestBy = <T>(all: readonly T[], size: (each: T) => number): T | undefined =>
  all.reduce<T | undefined>((best, each) => (best === undefined || size(each) > size(best) ? each : best), undefined);

/** How much of a change a member carried beyond what was due to it. */
const beyondDue = (contribution: Contribution, whole: number): number => partOf(carriedBy(contribution), whole) - contribution.due;

/** The member that carried most beyond its due, and how much of the change that is; a member explains no more than the whole. */
function foremost(contributions: readonly Contribution[]): { main: Contribution; beyond: number } | null {
  const whole = wholeOf(contributions);
  const main = largestBy(contributions, (each) => beyondDue(each, whole));
  return main ? { main, beyond: Math.min(1 - main.due, beyondDue(main, whole)) } : null;
}

/** The part of a change that no member's own change explains. */
const mixPart = (contributions: readonly Contribution[]): number =>
  Math.min(1, partOf(sum(contributions.map(({ mix }) => mix)), wholeOf(contributions)));

/**
 * How much a dimension explains of a change, from 0 to 1: what its foremost member carried beyond its due share, or the part of the mix
 * where that is more. Members that change by their weight explain nothing.
 *
 * This is the surprise of Adtributor (Bhagwan et al., NSDI 2014), the distance from the members' prior shares to their shares of the change,
 * taken at the one member that a sentence names. Its Jensen–Shannon divergence is of distributions: it has no value where members moved
 * against each other. And like every sum over members it grows by chance with their number, which the largest excess hardly does.
 */
export const surpriseOf = (contributions: readonly Contribution[]): number =>
  Math.max(0, foremost(contributions)?.beyond ?? 0, mixPart(contributions));

/** How a change came about. */
export function carriedOf(contributions: readonly Contribution[]): Carried {
  const [whole, found] = [wholeOf(contributions), foremost(contributions)];
  const shifted = largestBy(contributions, ({ mix }) => partOf(mix, whole));
  if (shifted && mixPart(contributions) > BY_MIX)
    return { by: "mix", main: shifted, isReversed: contributions.every(({ rate }) => rate * whole < 0) };
  if (!found || found.beyond < NAMED) return { by: "all" };
  const least = beyondDue(found.main, whole) * THE_SAME;
  return { by: "members", main: contributions.filter((each) => beyondDue(each, whole) >= least) };
}
