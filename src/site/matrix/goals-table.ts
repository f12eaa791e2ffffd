import { attainmentOf } from "../../analysis/goal-links.ts";
import type { Page } from "../ask/page.ts";
import { valueCell } from "../say/cells.ts";
import { numeral, type TableCell, type TableData } from "../say/table.ts";
import { type Goal, goalsOf, hiddenGoalsNote } from "./goals-of.ts";

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
    isListed: true,
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

/** What measures of shares are called; other rates, such as of turnover or exchange, are none. One that names its unit, "（%）", is in that unit already. */
const SHARE = /(?<![转汇倍频])率$|占比|比例|\b(share|percentage|proportion)\b/i;
const NAMES_UNIT = /[%％]/;

const isPart = (value: number | null) => value === null || (value >= 0 && value <= 1);

/** Whether a goal is a share: its measure is called one, and neither its target nor what was reached is what a share cannot be. Exports write 0.9 or 90%, which is the same. */
const isShare = ({ measure: { zh, en }, target, actual }: Goal): boolean =>
  [zh, en].some((name) => SHARE.test(name)) && ![zh, en].some((name) => NAMES_UNIT.test(name)) && isPart(target) && isPart(actual);

/** A number in a goal's own unit, which its measure says; shares are shown as those of metrics are. */
function goalNumber(page: Page, goal: Goal, value: number | null): string {
  if (isShare(goal)) return page.value(value, "share");
  return page.value(value, "count", { isBare: true, digits: value === null || Number.isInteger(value) ? 0 : 2 });
}

/** The target, and whether lower is better. */
function targetWords(page: Page, goal: Goal): string {
  const target = goalNumber(page, goal, goal.target);
  return goal.isLowerBetter ? page.noted(target, page.words.goals.lower) : target;
}

export const targetCell = (page: Page, goal: Goal): TableCell => numeral(targetWords(page, goal), goal.target);

export const actualCell = (page: Page, goal: Goal): TableCell => numeral(goalNumber(page, goal, goal.actual), goal.actual);
