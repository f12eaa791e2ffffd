import type { RowOf } from "../../../src/core/contract.ts";
import type projects from "../../../src/tables/projects.ts";
import { type Day, FIRST_DAY, LAST_DAY, nextWorkday } from "../calendar.ts";
import { type Department, PRODUCT_LINES, type ProductLine, weightsOf } from "../company.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import { blend } from "../stories.ts";

export type Project = RowOf<typeof projects>;

/** Who bears how much of a delay, and how often such a split is agreed. */
const SPLITS: Record<string, { weight: number; shares: Partial<Record<Department, number>> }> = {
  alone: { weight: 0.24, shares: { rnd: 1 } },
  requirement: { weight: 0.26, shares: { rnd: 0.6, sales: 0.4 } },
  scope: { weight: 0.2, shares: { rnd: 0.5, product: 0.3, sales: 0.2 } },
  promise: { weight: 0.12, shares: { sales: 0.7, product: 0.3 } },
  service: { weight: 0.1, shares: { rnd: 0.7, after_sales: 0.3 } },
  launch: { weight: 0.08, shares: { product: 0.5, marketing: 0.5 } },
};

const SPLIT_WEIGHTS = Object.fromEntries(Object.entries(SPLITS).map(([name, { weight }]) => [name, weight]));

/** Most are late by some days, some are early. */
function delayOf({ random, stories }: Making, planned: Day, line: ProductLine): number {
  const usual = blend(25, 15, stories.platform(planned)) * (stories.hasTrouble(planned, line) ? 1.9 : 1);
  return Math.round(random.lognormal(usual, 0.6) - 7);
}

/** One row for each department that bears the delay of one project. */
function projectRows(making: Making, project_id: string, planned_on: Day): Project[] {
  const { random } = making;
  const product_line = random.weighted(weightsOf(PRODUCT_LINES));
  const released = nextWorkday(planned_on + delayOf(making, planned_on, product_line));
  const released_on = released <= LAST_DAY ? released : null;
  const shares = Object.entries(SPLITS[random.weighted(SPLIT_WEIGHTS)]?.shares ?? {});
  return shares.map(([department, delay_share]) => ({ project_id, product_line, planned_on, released_on, department, delay_share }));
}

/** Projects by their planned day, `count` from the first day on; some are planned for the months to come. */
export function makeProjects(company: Company, count: number): Project[] {
  const making = makingOf(company, "projects");
  const { work } = making.stories.since;
  const step = (LAST_DAY + 70 - FIRST_DAY) / count;
  const older = Math.round((FIRST_DAY - work) / step);
  const dayOfNth = (nth: number) => nextWorkday(Math.floor(work + (nth + making.random.between(0, 1)) * step));
  const planned = Array.from({ length: older + count }, (_, nth) => dayOfNth(nth));
  return planned.flatMap((day, index) => projectRows(making, `PRJ-${String(101 + index).padStart(4, "0")}`, day));
}
