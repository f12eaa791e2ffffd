import { attainmentOf } from "../analysis/goal-links.ts";
import { isWithin, parsePeriod } from "../core/periods.ts";
import type { Page } from "./page.ts";
import type { Reference } from "./reference.ts";
import { numeral, type TableData } from "./table.ts";

type Goal = Reference["goals"][number];

/** Goals that hold in the page's period: those of it, of periods in it, and of a longer one around it. */
export function goalsOf({ site, period, fiscalStart }: Page): Goal[] {
  return site.reference.goals.filter((goal) => {
    const own = parsePeriod(goal.period, fiscalStart);
    return isWithin(own, period) || isWithin(period, own);
  });
}

const plain = (value: number | null, { words, locale }: Page): string =>
  value === null ? words.missing : value.toLocaleString(locale === "zh" ? "zh-CN" : "en-US", { maximumFractionDigits: 2 });

/** The goals of the department that a page is about. */
export function goalsTable(page: Page): TableData {
  const [department] = page.within["department"] ?? [];
  const { goalHead: head, levels, goals, noGoals, lower } = page.words.matrix.page;
  const all = page.site.reference.goals;
  const departmentsOf = ({ links }: Goal) =>
    [...new Set(all.filter(({ goal }) => links.includes(goal)).flatMap((linked) => linked.department ?? []))].map((id) =>
      page.member("department", id),
    );
  const own = goalsOf(page).filter((goal) => goal.department === department);
  return {
    caption: own.length > 0 ? goals : noGoals,
    head: [head.goal, page.words.period, head.level, numeral(head.target), numeral(head.actual), numeral(head.attainment), head.links],
    rows: own.map((goal) => [
      goal.isLowerBetter ? page.noted(page.say(goal.measure), lower) : page.say(goal.measure),
      page.periodName(parsePeriod(goal.period, page.fiscalStart)),
      goal.role ? page.say(page.site.reference.roles[goal.role] ?? { zh: goal.role, en: goal.role }) : levels[goal.level],
      numeral(plain(goal.target, page), goal.target),
      numeral(plain(goal.actual, page), goal.actual),
      numeral(page.value(attainmentOf(goal), "share"), attainmentOf(goal)),
      page.listed(departmentsOf(goal)) || page.words.missing,
    ]),
  };
}
