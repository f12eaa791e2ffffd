import type { Filters } from "../core/selection.ts";
import type { Slice } from "../core/slice.ts";
import type { Cubes } from "../cube/cubes.ts";
import { evaluate, type Result } from "../cube/evaluate.ts";
import type { Metric } from "../cube/metric.ts";
import type { DimensionInfo } from "../data/manifest.ts";
import { type Contribution, contributionsToRate, contributionsToSum, type MemberChange } from "./contributions.ts";

/** One member of a dimension. */
export interface Row {
  member: string;
  now: Result;
  /** The same member in the slice compared with; null where it had no cells. */
  before: Result | null;
}

/** A slice, and the one that it is compared with. */
export interface Comparison {
  slice: Slice;
  against: Slice;
}

const NOTHING = { amount: 0, weight: 0 };

/** Stands for the rows that have no member of a dimension, such as goals of the company that are of no department. */
export const NO_MEMBER = "";

/** A member without a value that is not hidden has no cases of this metric, only of another on the same fact. */
const isThere = ({ value, isHidden }: Result) => value !== null || isHidden;

/** A metric by the members of a dimension that occur in the slice, in the dimension's order, each beside the slice compared with. */
export function breakdownOf(cubes: Cubes, metric: Metric, dimension: DimensionInfo, { slice, against }: Comparison): Row[] {
  const by = [dimension.id];
  const [now, before] = [slice, against].map(
    ({ period, filters }) =>
      new Map(evaluate(cubes, metric, { periods: [period], filters, by }).map((each) => [each.members[dimension.id], each])),
  );
  return dimension.members.flatMap(({ id }) => {
    const [own, earlier] = [now?.get(id), before?.get(id) ?? null];
    return own && (isThere(own) || (earlier && isThere(earlier))) ? [{ member: id, now: own, before: earlier }] : [];
  });
}

/** A metric over several members of a dimension at once, beside the slice compared with. */
export function unionOf(
  cubes: Cubes,
  metric: Metric,
  { slice, against }: Comparison,
  members: Readonly<Record<string, readonly string[]>>,
): Pick<Row, "now" | "before"> | null {
  const [now, before] = [slice, against].map(
    ({ period, filters }) => evaluate(cubes, metric, { periods: [period], filters: { ...filters, ...members } })[0],
  );
  return now ? { now, before: before ?? null } : null;
}

/** A slice by the members of two dimensions. */
interface Crossing {
  slice: Slice;
  pair: readonly [string, string];
}

/** A metric by the members of two dimensions at once. */
export const crossingOf = (cubes: Cubes, metric: Metric, { slice: { period, filters }, pair }: Crossing): Result[] =>
  evaluate(cubes, metric, { periods: [period], filters, by: pair });

/** Stands for several members of a dimension as one. */
export const OTHERS = "\0";

/** What a crossing has besides its members where some of them, of either dimension, are shown as one. */
export function crossingOfOthers(
  cubes: Cubes,
  metric: Metric,
  { slice: { period, filters }, pair: [down, across] }: Crossing,
  [rows, columns]: readonly [readonly string[], readonly string[]],
): Result[] {
  const ask = (members: Filters, by: readonly string[]): Result[] => {
    if (Object.values(members).some(({ length }) => length === 0)) return [];
    const others = Object.fromEntries(Object.keys(members).map((dimension) => [dimension, OTHERS]));
    return evaluate(cubes, metric, { periods: [period], filters: { ...filters, ...members }, by }).map((result) => ({
      ...result,
      members: { ...result.members, ...others },
    }));
  };
  return [...ask({ [down]: rows }, [across]), ...ask({ [across]: columns }, [down]), ...ask({ [down]: rows, [across]: columns }, [])];
}

/**
 * Which members of a dimension carried the difference from the slice compared with; the parts add up to it.
 * Empty where a metric does not split (a median, a difference), where a slice has no value, or where a group is hidden.
 */
export function carriersOf(cubes: Cubes, metric: Metric, dimension: DimensionInfo, { slice, against }: Comparison): Contribution[] {
  const ask = (by: readonly string[]) =>
    [against, slice].map(({ period, filters }) => evaluate(cubes, metric, { periods: [period], filters, by }));
  const [wholes, members] = [ask([]), ask([dimension.id])];
  if ([...wholes, ...members].flat().some(({ isHidden, fraction }) => isHidden || fraction === null)) return [];
  const [before, after] = members.map(
    (results) => new Map(results.map((each) => [each.members[dimension.id] ?? NO_MEMBER, each.fraction])),
  );
  const names = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].map(String).sort();
  const changes: MemberChange[] = names.map((member) => ({
    member,
    before: before?.get(member) ?? NOTHING,
    after: after?.get(member) ?? NOTHING,
  }));
  // a member that has cells of the fact but no case of the metric carries nothing
  const present = changes.filter((change) =>
    [change.before, change.after].some(({ amount, weight }) => amount !== 0 || (weight !== 0 && !metric.value.isSum)),
  );
  return metric.value.isSum ? contributionsToSum(present) : contributionsToRate(present);
}
