import { attainmentOf } from "../analysis/goal-links.ts";
import { valueCell } from "./cells.ts";
import { actualCell, targetCell } from "./goal-numbers.ts";
import { type Goal, goalsOf, hiddenGoalsNote } from "./goals-of.ts";
import type { Page } from "./page.ts";
import { numeral, type TableData } from "./table.ts";

/** Departments of the goals that this one names, each once. */
function linkedDepartments(page: Page, { links }: Goal): string {
  const linked = page.site.reference.goals.filter(({ goal }) => links.includes(goal));
  const departments = new Set(linked.flatMap(({ department }) => department ?? []));
  return page.listed([...departments].map((id) => page.member("department", id)));
}

/** Says how many goals of the department that a page is about are hidden; empty for none. */
export function hiddenGoalsOf(page: Page): string {
  const periods = goalsOf(page).map(({ period }) => period);
  return hiddenGoalsNote(page, periods, page.within["department"]?.[0]);
}

/** The goals of the department that a page is about. */
export function goalsTable(page: Page): TableData {
  const [department] = page.within["department"] ?? [];
  const { goals: title, noGoals } = page.words.matrix.page;
  const { head, levels } = page.words.goals;
  const { roles } = page.site.reference;
  const own = goalsOf(page).flatMap(({ period, goals }) =>
    goals.filter((goal) => goal.department === department).map((goal) => ({ period, goal })),
  );
  return {
    caption: own.length > 0 || hiddenGoalsOf(page) ? title : noGoals,
    head: [
      head.goal,
      page.words.period,
      head.level,
      numeral(head.target),
      numeral(head.actual),
      numeral(head.attainment),
      head.linkedDepartments,
    ],
    rows: own.map(({ period, goal }) => [
      page.say(goal.measure),
      page.periodName(period),
      goal.role ? page.say(roles[goal.role] ?? { zh: goal.role, en: goal.role }) : levels[goal.level],
      targetCell(page, goal),
      actualCell(page, goal),
      valueCell(page, attainmentOf(goal), "share"),
      linkedDepartments(page, goal) || page.words.missing,
    ]),
  };
}
