/** A goal as far as its place among the others goes. */
export interface Goal {
  goal: string;
  level: "company" | "department" | "role";
  department: string | null;
  /** The goal above that it serves. */
  parent: string | null;
  /** Goals that it names as depending on each other. */
  links: readonly string[];
  target: number;
  /** Null until the period is over. */
  actual: number | null;
  isLowerBetter: boolean;
}

/** Two goals; at least one names the other. */
export interface GoalLink {
  from: string;
  to: string;
  /** `to` does not name `from`. */
  isOneSided: boolean;
}

/** Whether the target is reached; null without an actual value. */
export const isAttained = ({ target, actual, isLowerBetter }: Goal): boolean | null =>
  actual === null ? null : isLowerBetter ? actual <= target : actual >= target;

/** Actual ÷ target, or target ÷ actual where lower is better, between 0 and 1; null without an actual value. */
export function attainmentOf(goal: Goal): number | null {
  const { target, actual } = goal;
  if (actual === null) return null;
  if (isAttained(goal)) return 1;
  const [lesser, greater] = [Math.min(actual, target), Math.max(actual, target)];
  return lesser <= 0 ? 0 : lesser / greater;
}

/** Ids of the goals below the company's whose parent is not named or not among the goals. */
export function orphansOf(goals: readonly Goal[]): Set<string> {
  const known = new Set(goals.map(({ goal }) => goal));
  const isOrphan = ({ level, parent }: Goal) => level !== "company" && (parent === null || !known.has(parent));
  return new Set(goals.filter(isOrphan).map(({ goal }) => goal));
}

/** Every pair of linked goals once, in the order of the goals that name the other; a link to an unknown goal or to itself is none. */
export function linksOf(goals: readonly Goal[]): GoalLink[] {
  const named = new Map(goals.map(({ goal, links }) => [goal, new Set(links)]));
  const places = new Map(goals.map(({ goal }, place) => [goal, place]));
  const isBefore = (a: string, b: string) => (places.get(a) ?? 0) < (places.get(b) ?? 0);
  return goals.flatMap(({ goal: from, links }) =>
    [...new Set(links)].flatMap((to) => {
      const isNamedBack = named.get(to)?.has(from) ?? false;
      const isNamedBefore = isNamedBack && isBefore(to, from);
      return to === from || !named.has(to) || isNamedBefore ? [] : [{ from, to, isOneSided: !isNamedBack }];
    }),
  );
}
