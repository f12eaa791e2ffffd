import type { GoalCount, goals as zh } from "../zh/goals.ts";

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Of all goals, or of those that have an actual value. */
const attainedOf = ({ all, settled, attained }: Readonly<Record<GoalCount, number>>) =>
  settled === all
    ? `${attained} of ${counted(all, "goal", "goals")} attained`
    : `${attained} attained of the ${settled} of ${counted(all, "goal", "goals")} that have a result`;

/** Words of the tree of goals. */
export const goals: typeof zh = {
  title: (period) => `Goal tree: ${period}`,
  sentence: (counts) => {
    const { all, settled, orphans, oneSided } = counts;
    const reached = settled > 0 ? attainedOf(counts) : `${counted(all, "goal", "goals")} without a result yet`;
    const hanging = orphans > 0 ? counted(orphans, "has no parent goal", "have no parent goal") : "all serve a goal above";
    const linked = oneSided > 0 ? counted(oneSided, "link is one-sided", "links are one-sided") : "both sides name every link";
    return `${reached}; ${hanging}, ${linked}.`;
  },
  note: "A full dot is a goal attained, a hollow one missed, a grey one without a result yet. Solid lines lead to the parent goal; a dashed line is a link that both sides name, a dotted one is one-sided: one goal names the other, which does not name it.",
  latest: (period) => `${period} has no goals; these are of the latest period before it.`,
  hidden: (goals, minimum) =>
    `${counted(goals, "goal of a role is", "goals of roles are")} hidden: fewer than ${minimum} people hold the role, or how many do is not given.`,
  levels: { company: "Company", department: "Department", role: "Role" },
  orphan: "no parent goal",
  oneSided: "not linked back",
  head: {
    goal: "Goal",
    level: "Level",
    owner: "Department or role",
    target: "Target",
    actual: "Actual",
    attainment: "Attainment",
    parent: "Parent goal",
    links: "Linked goals",
    linkedDepartments: "Linked departments",
    remark: "Remark",
  },
  lower: "lower is better",
};
