import { attainmentOf, isAttained, linksOf, orphansOf } from "../../analysis/goal-links.ts";
import { type TreeNode, treeChart } from "../../charts/tree.ts";
import type { Period } from "../../core/periods.ts";
import { valueCell } from "../cells.ts";
import { actualCell, targetCell } from "../goal-numbers.ts";
import { type Goal, goalsOf, hiddenGoalsNote } from "../goals-of.ts";
import { defineFigure } from "../kind.ts";
import type { Page } from "../page.ts";
import { numeral, sorted } from "../table.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { alone, inTableOnly, rowsOf } from "./rows.ts";
import { isKept } from "./shown-members.ts";

const LEVELS = ["company", "department", "role"] as const;
const SIGNS = { orphan: "△", oneSided: "◇" } as const;

/** Goals of one period, and what their place among all goals is. */
interface Tree {
  period: Period;
  goals: readonly Goal[];
  /** Ids of those without a parent, and of those that name a goal which does not name them. */
  orphans: ReadonlySet<string>;
  oneSided: ReadonlySet<string>;
  links: ReturnType<typeof linksOf>;
  /** Every goal, whatever its period. */
  byId: ReadonlyMap<string, Goal>;
}

/** The goals of the period nearest to the page's. */
function treeOf(page: Page): Tree | null {
  const all = page.site.reference.goals;
  const [shown] = goalsOf(page);
  if (!shown) return null;
  const { period, goals } = shown;
  const own = new Set(goals.map(({ goal }) => goal));
  const links = linksOf(all).filter(({ from }) => own.has(from));
  return {
    ...{ period, goals, links },
    orphans: new Set([...orphansOf(all)].filter((id) => own.has(id))),
    oneSided: new Set(links.filter(({ isOneSided }) => isOneSided).map(({ from }) => from)),
    byId: new Map(all.map((goal) => [goal.goal, goal])),
  };
}

/** Whose goal it is: the role, the department, or the company. */
function ownerOf(page: Page, { level, department, role }: Goal): string {
  if (level === "company") return page.words.goals.levels.company;
  const name = role === null ? undefined : page.site.reference.roles[role];
  return name ? page.say(name) : (role ?? page.member("department", department ?? ""));
}

/** The role with its department behind it. */
function ownerInFull(page: Page, goal: Goal): string {
  const owner = ownerOf(page, goal);
  return goal.level === "role" && goal.department !== null ? page.noted(owner, page.member("department", goal.department)) : owner;
}

const remarkKinds = ({ goal }: Goal, { orphans, oneSided }: Tree) =>
  (["orphan", "oneSided"] as const).filter((kind) => ({ orphan: orphans, oneSided })[kind].has(goal));

/** Whether the reader has kept the goal's level and department; undefined when all are. */
function isGoalKept(page: Page, { level, department }: Goal): boolean | undefined {
  const kept = [isKept(page, "level", level), isKept(page, "department", department ?? "")].filter((one) => one !== undefined);
  return kept.length > 0 ? kept.every(Boolean) : undefined;
}

const nodeOf = (page: Page, tree: Tree, goal: Goal): TreeNode => ({
  id: goal.goal,
  level: LEVELS.indexOf(goal.level),
  parent: goal.parent,
  name: page.say(goal.measure),
  owner: ownerOf(page, goal),
  value: page.value(attainmentOf(goal), "share", { digits: 0 }),
  isMet: isAttained(goal),
  remarks: remarkKinds(goal, tree).map((kind) => `${SIGNS[kind]} ${page.words.goals[kind]}`),
  isSelected: isGoalKept(page, goal),
});

const nameOf = (page: Page, { byId }: Tree, id: string): string => {
  const goal = byId.get(id);
  return goal ? page.say(goal.measure) : id;
};

/** Goals with their owner, their numbers, and how they hang together. */
function goalRows(page: Page, tree: Tree, caption: string) {
  const { head, levels, ...words } = page.words.goals;
  return rowsOf<Goal>(page, {
    caption,
    columns: () => [
      { head: head.goal, cell: ({ measure, goal }) => sorted(page.say(measure), goal) },
      { head: head.level, cell: ({ level }) => sorted(levels[level], String(LEVELS.indexOf(level))), tip: inTableOnly },
      { head: head.owner, cell: (goal) => ownerInFull(page, goal), tip: alone },
      { head: numeral(head.target), cell: (goal) => targetCell(page, goal) },
      { head: numeral(head.actual), cell: (goal) => actualCell(page, goal) },
      { head: numeral(head.attainment), cell: (goal) => valueCell(page, attainmentOf(goal), "share") },
      { head: head.parent, cell: ({ parent }) => (parent === null ? "" : nameOf(page, tree, parent)) },
      { head: head.links, cell: ({ links }) => page.listed(links.map((id) => nameOf(page, tree, id))) },
      { head: head.remark, cell: (goal) => page.listed(remarkKinds(goal, tree).map((kind) => words[kind])), tip: alone },
    ],
    rows: () => tree.goals,
    choice: ({ department }) => (department === null ? null : { members: { department } }),
  });
}

/** How many have an actual value. */
const settledOf = (goals: readonly Goal[]): number => goals.filter(({ actual }) => actual !== null).length;

function goalsSentence(page: Page, { goals, orphans, links }: Tree): string {
  return page.words.goals.sentence({
    all: goals.length,
    settled: settledOf(goals),
    attained: goals.filter(isAttained).length,
    orphans: orphans.size,
    oneSided: links.filter(({ isOneSided }) => isOneSided).length,
  });
}

/** Goals of the company, its departments and roles as a tree, with links across departments, those that hang from nothing and links of one side; null without goals. */
function goalTreeFigure(page: Page): FigureBody | null {
  const tree = treeOf(page);
  if (!tree) return null;
  const { title, levels, note, latest } = page.words.goals;
  const { goals, links, period } = tree;
  const nodes = goals.map((goal) => nodeOf(page, tree, goal));
  const name = title(page.periodName(period));
  return figureOf(page, page.view("goal-attainment"), {
    id: "goal-tree",
    title: name,
    sentence: goalsSentence(page, tree),
    draw: (common) => treeChart(nodes, { ...common, links, levels: LEVELS.map((level) => levels[level]) }),
    ...goalRows(page, tree, name),
    n: settledOf(goals),
    notes: [
      ...(period.end < page.period.start ? [latest(page.periodName(page.period))] : []),
      ...[hiddenGoalsNote(page, [period])].filter(Boolean),
      note,
    ],
  });
}

export default defineFigure({
  needs: ["goal-attainment"],
  make: goalTreeFigure,
});
