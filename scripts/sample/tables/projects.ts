import type { RowOf } from "../../../src/core/contract.ts";
import type projects from "../../../src/tables/projects.ts";
import { type Day, FIRST_DAY, LAST_DAY, nextWorkday } from "../calendar.ts";
import { type Department, PRODUCT_LINES, type ProductLine, weightsOf } from "../company.ts";
import { type Random, randomStream } from "../random.ts";
import { blend, gatewayTrouble, platform } from "../stories.ts";

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
function delayOf(random: Random, planned: Day, line: ProductLine): number {
  const usual = blend(25, 15, platform(planned)) * (gatewayTrouble(planned, line) ? 1.9 : 1);
  return Math.round(random.lognormal(usual, 0.6) - 7);
}

/** One row for each department that bears the delay of one project. */
function projectRows(random: Random, project_id: string, planned_on: Day): Project[] {
  const product_line = random.weighted(weightsOf(PRODUCT_LINES));
  const released = nextWorkday(planned_on + delayOf(random, planned_on, product_line));
  const released_on = released <= LAST_DAY ? released : null;
  const shares = Object.entries(SPLITS[random.weighted(SPLIT_WEIGHTS)]?.shares ?? {});
  return shares.map(([department, delay_share]) => ({ project_id, product_line, planned_on, released_on, department, delay_share }));
}

/** Projects by their planned day; some are planned for the months to come. */
export function makeProjects(count: number): Project[] {
  const random = randomStream("projects");
  const step = (LAST_DAY + 70 - FIRST_DAY) / count;
  const planned = Array.from({ length: count }, (_, index) => nextWorkday(Math.floor(FIRST_DAY + (index + random.between(0, 1)) * step)));
  return planned.flatMap((day, index) => projectRows(random, `PRJ-${String(101 + index).padStart(4, "0")}`, day));
}
