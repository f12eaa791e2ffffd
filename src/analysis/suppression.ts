import { LEFT_OUT } from "../cube/hidden.ts";

/** People of one survey, counted where they may be shown together. */
export interface SurveyGroup {
  /** Groups are only pooled with groups of the same side. */
  side: string;
  department: string;
  /** People who answered. */
  size: number;
}

const bySize = (a: SurveyGroup, b: SurveyGroup) => a.size - b.size || (a.department < b.department ? -1 : 1);

/** The groups of one side to pool: all small ones, and the next-smallest until nobody can be found by subtraction. */
function poolOfSide(groups: readonly SurveyGroup[], minimum: number): { pool: SurveyGroup[]; isLeftOut: boolean } {
  const sorted = [...groups].sort(bySize);
  const pool = sorted.filter(({ size }) => size < minimum);
  const rest = sorted.slice(pool.length);
  const isSafe = () => pool.length > 1 && pool.reduce((people, { size }) => people + size, 0) >= minimum;
  while (pool.length > 0 && !isSafe()) {
    const next = rest.shift();
    if (!next) return { pool, isLeftOut: true };
    pool.push(next);
  }
  return { pool, isLeftOut: false };
}

/**
 * Which groups of one survey must not be shown on their own, and in which pool their figures are added up instead.
 * A pool has at least two groups and the minimum of people, so that no total less the groups shown gives a hidden one
 * (primary and complementary suppression; Hundepool et al., Statistical Disclosure Control, 2012, ch. 4).
 * A side that cannot make such a pool is left out as a whole.
 */
export function poolSmallGroups(groups: readonly SurveyGroup[], minimum: number): Map<SurveyGroup, string> {
  const pools = new Map<SurveyGroup, string>();
  for (const [side, members] of Map.groupBy(groups, (group) => group.side)) {
    const { pool, isLeftOut } = poolOfSide(members, minimum);
    for (const group of pool) pools.set(group, isLeftOut ? LEFT_OUT : `~${side}`);
  }
  return pools;
}
