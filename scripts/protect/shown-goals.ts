import { type Engine, rowsOf } from "../engine/engine.ts";

type Row = Record<string, unknown>;

export interface ShownGoals {
  goals: Row[];
  /** How many goals of each period and department are not shown. */
  hidden: { period: unknown; department: unknown; goals: number }[];
}

/** The nearest goal above that is shown; null where there is none. */
function shownAbove(parent: unknown, byId: ReadonlyMap<unknown, Row>, isShown: (goal: Row) => boolean): unknown {
  const passed = new Set();
  let [id, goal] = [parent, byId.get(parent)];
  while (goal && !isShown(goal)) {
    passed.add(id);
    id = goal["parent_goal_id"];
    goal = passed.has(id) ? undefined : byId.get(id);
    if (!goal) return null;
  }
  return id;
}

/** The staged goals without those of roles that too few people hold: what served a hidden one serves the goal above it, and no link leads to one. */
export async function shownGoals(engine: Engine): Promise<ShownGoals> {
  const roles = new Set((await rowsOf<{ role: string }>(engine, "select role from staging.shown_roles")).map(({ role }) => role));
  const all = await rowsOf<Row>(engine, "select * from staging.goals");
  const isShown = ({ level, role }: Row) => level !== "role" || roles.has(String(role));
  const byId = new Map(all.map((goal) => [goal["goal_id"], goal]));
  const isHidden = (id: string) => byId.has(id) && !isShown(byId.get(id) as Row);
  const withoutHidden = (links: unknown) =>
    typeof links === "string"
      ? links
          .split(";")
          .filter((id) => !isHidden(id))
          .join(";")
      : links;
  const hidden = Map.groupBy(
    all.filter((goal) => !isShown(goal)),
    ({ period, department }) => JSON.stringify([period, department]),
  );
  return {
    goals: all.filter(isShown).map((goal) => ({
      ...goal,
      parent_goal_id: shownAbove(goal["parent_goal_id"], byId, isShown),
      linked_goal_ids: withoutHidden(goal["linked_goal_ids"]),
    })),
    hidden: [...hidden].map(([key, goals]) => {
      const [period, department] = JSON.parse(key);
      return { period, department, goals: goals.length };
    }),
  };
}
