import { LEFT_OUT } from "../cube/hidden.ts";

/** Cases of one time, such as people or ratings, counted where they may be shown together. */
export interface PoolableGroup {
  /** Groups are only pooled with groups of the same area. */
  area: string;
  member: string;
  /** How many cases are behind each figure of the group: for a survey those who answered an item, those who took part. */
  cases: ReadonlyMap<string, number>;
}

/** When a figure may be shown. */
export interface PoolRule {
  /** The fewest cases behind it. */
  minimum: number;
  /** The groups know their own cases, as people know their own answers, so that a pool needs the minimum besides the largest of them. */
  isOwnKnown: boolean;
}

/** The fewest cases behind a figure that has any; 0 where there are none. */
function sizeOf({ cases }: PoolableGroup): number {
  const counts = [...cases.values()].filter((count) => count > 0);
  return counts.length === 0 ? 0 : Math.min(...counts);
}

const bySize = (a: PoolableGroup, b: PoolableGroup) => sizeOf(a) - sizeOf(b) || (a.member < b.member ? -1 : 1);

/** Whether there are enough cases behind every figure of the pool. */
export function isSafe(pool: readonly PoolableGroup[], { minimum, isOwnKnown }: PoolRule): boolean {
  const figures = new Set(pool.flatMap(({ cases }) => [...cases].filter(([, count]) => count > 0).map(([figure]) => figure)));
  return (
    figures.size > 0 &&
    [...figures].every((figure) => {
      const counts = pool.map(({ cases }) => cases.get(figure) ?? 0);
      return counts.reduce((sum, count) => sum + count, 0) - (isOwnKnown ? Math.max(...counts) : 0) >= minimum;
    })
  );
}

/** The groups of one area to pool: all small ones, and the next-smallest until none can be found by subtraction. */
function poolOfArea(groups: readonly PoolableGroup[], rule: PoolRule): { pool: PoolableGroup[]; isLeftOut: boolean } {
  const sorted = [...groups].sort(bySize);
  const pool = sorted.filter((group) => sizeOf(group) < rule.minimum);
  const rest = sorted.slice(pool.length);
  while (pool.length > 0 && !isSafe(pool, rule)) {
    const next = rest.shift();
    if (!next) return { pool, isLeftOut: true };
    pool.push(next);
  }
  return { pool, isLeftOut: false };
}

/**
 * Which groups of one time must not be shown on their own, and in which pool their figures are added up instead.
 * Behind every figure of a pool are the minimum of cases, so that neither a total less the groups shown nor, where the rule says so, what a
 * group knows of itself gives a hidden one (primary and complementary suppression; Hundepool et al., Statistical Disclosure Control,
 * 2012, ch. 4).
 * An area that cannot make such a pool is left out as a whole. A group without cases has nothing to hide.
 */
export function poolSmallGroups(groups: readonly PoolableGroup[], rule: PoolRule): Map<PoolableGroup, string> {
  const pools = new Map<PoolableGroup, string>();
  const filled = groups.filter((group) => sizeOf(group) > 0);
  for (const [area, members] of Map.groupBy(filled, (group) => group.area)) {
    const { pool, isLeftOut } = poolOfArea(members, rule);
    for (const group of pool) pools.set(group, isLeftOut ? LEFT_OUT : `~${area}`);
  }
  return pools;
}
