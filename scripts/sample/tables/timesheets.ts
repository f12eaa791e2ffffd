import type { RowOf } from "../../../src/core/contract.ts";
import type timesheets from "../../../src/tables/timesheets.ts";
import { allottedDays } from "../allot.ts";
import { activity, DAYS, type Day } from "../calendar.ts";
import type { Department } from "../company.ts";
import { type Company, type Making, makingOf } from "../making.ts";

export type Timesheet = RowOf<typeof timesheets>;

/** How often two departments work together, or one within itself. */
const PAIRS = {
  "sales rnd": 25,
  "sales product": 13,
  "rnd product": 12,
  "sales after_sales": 8,
  "sales marketing": 9,
  "sales sales_ops": 7,
  "rnd after_sales": 5,
  "product marketing": 4,
  "sales finance": 4,
  "sales_ops finance": 1.5,
  "product after_sales": 2.5,
  "sales hr": 1,
  "rnd hr": 0.8,
  "rnd finance": 0.8,
  "sales_ops product": 1.6,
  "sales sales": 3,
  "rnd rnd": 3.5,
  "product product": 1,
} as const;

type Pair = keyof typeof PAIRS;

/** With the platform less is settled in meetings between sales, R&D and product. */
const isEased = (pair: Pair) => pair === "sales rnd" || pair === "sales product" || pair === "rnd product";

function pairOn({ random, stories }: Making, day: Day): Pair {
  return random.weighted({ ...PAIRS, "rnd after_sales": PAIRS["rnd after_sales"] * (stories.hasTrouble(day, "gateways") ? 2.4 : 1) });
}

function kindOn({ random, stories }: Making, day: Day, isWithin: boolean): Timesheet["work_kind"] {
  const meeting = (isWithin ? 0.4 : 0.55) * (1 - 0.3 * stories.platform(day));
  return random.weighted({ meeting, work: 0.38, training: 0.05 });
}

/** Hours of a team's entry: some tens when it covers a whole week's work together. */
function hoursOn({ random, stories }: Making, day: Day, pair: Pair): number {
  const drift = stories.growth(day, 0.06);
  const eased = 1 - (isEased(pair) ? 0.42 : 0.12) * stories.platform(day);
  return Math.min(40, Math.max(0.5, Math.round(random.lognormal(6.5 * drift * eased, 0.65) * 2) / 2));
}

function timesheetOn(making: Making, day: Day): Timesheet {
  const pair = pairOn(making, day);
  const [one, other] = pair.split(" ") as [Department, Department];
  const [department, counterpart] = making.random.chance(0.5) ? [one, other] : [other, one];
  return { worked_on: day, department, counterpart, work_kind: kindOn(making, day, one === other), hours: hoursOn(making, day, pair) };
}

/** Entries of time, oldest first. */
export function makeTimesheets(company: Company, count: number): Timesheet[] {
  const making = makingOf(company, "timesheets");
  return Array.from(allottedDays(making.random, { total: count, days: DAYS, weight: activity }), (day) => timesheetOn(making, day));
}
