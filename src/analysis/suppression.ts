import { LEFT_OUT } from "../cube/hidden.ts";

/** People of one survey, counted where they may be shown together. */
export interface SurveyGroup {
  /** Groups are only pooled with groups of the same side. */
  side: string;
  department: string;
  /** How many people are behind each figure of the group: those who answered an item, those who took part. */
  people: ReadonlyMap<string, number>;
}

/** The fewest people behind a figure that has any; 0 where nobody answered. */
function sizeOf({ people }: SurveyGroup): number {
  const counts = [...people.values()].filter((count) => count > 0);
  return counts.length === 0 ? 0 : Math.min(...counts);
}

const bySize = (a: SurveyGroup, b: SurveyGroup) => sizeOf(a) - sizeOf(b) || (a.department < b.department ? -1 : 1);

/** Whether behind every figure of the pool there are the minimum of people besides its largest group, whose members know their own answers. */
export function isSafe(pool: readonly SurveyGroup[], minimum: number): boolean {
  const figures = new Set(pool.flatMap(({ people }) => [...people].filter(([, count]) => count > 0).map(([figure]) => figure)));
  return (
    figures.size > 0 &&
    [...figures].every((figure) => {
      const counts = pool.map(({ people }) => people.get(figure) ?? 0);
      return counts.reduce((sum, count) => sum + count, 0) - Math.max(...counts) >= minimum;
    })
  );
}

/** The groups of one side to pool: all small ones, and the next-smallest until nobody can be found by subtraction. */
function poolOfSide(groups: readonly SurveyGroup[], minimum: number): { pool: SurveyGroup[]; isLeftOut: boolean } {
  const sorted = [...groups].sort(bySize);
  const pool = sorted.filter((group) => sizeOf(group) < minimum);
  const rest = sorted.slice(pool.length);
  while (pool.length > 0 && !isSafe(pool, minimum)) {
    const next = rest.shift();
    if (!next) return { pool, isLeftOut: true };
    pool.push(next);
  }
  return { pool, isLeftOut: false };
}

/**
 * Which groups of one survey must not be shown on their own, and in which pool their figures are added up instead.
 * Behind every figure of a pool are the minimum of people besides its largest group, so that neither a total less the groups shown nor
 * what a group knows of itself gives a hidden one (primary and complementary suppression; Hundepool et al., Statistical Disclosure
 * Control, 2012, ch. 4).
 * A side that cannot make such a pool is left out as a whole. A group in which nobody answered has nothing to hide.
 */
export function poolSmallGroups(groups: readonly SurveyGroup[], minimum: number): Map<SurveyGroup, string> {
  const pools = new Map<SurveyGroup, string>();
  const answering = groups.filter((group) => sizeOf(group) > 0);
  for (const [side, members] of Map.groupBy(answering, (group) => group.side)) {
    const { pool, isLeftOut } = poolOfSide(members, minimum);
    for (const group of pool) pools.set(group, isLeftOut ? LEFT_OUT : `~${side}`);
  }
  return pools;
}
