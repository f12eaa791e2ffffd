import type { RowOf } from "../../../src/core/contract.ts";
import { dayOf, isoOf } from "../../../src/core/days.ts";
import type meetings from "../../../src/tables/meetings.ts";
import { DAYS, type Day, LAST_DAY } from "../calendar.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import type { Random } from "../random.ts";
import { nextWorked } from "../working-time.ts";

export type Meeting = RowOf<typeof meetings>;

interface Series {
  zh: string;
  departments: string;
  /** Whether a meeting is due on a day, before holidays are looked at. */
  isDue: (day: Day) => boolean;
  /** How many decisions a meeting usually takes. */
  decisions: number;
}

const FIRST_MONDAY = dayOf("2023-10-02");
const weekday = (nth: number, everyWeeks: number) => (day: Day) =>
  day >= FIRST_MONDAY && (day - FIRST_MONDAY - nth) % (7 * everyWeeks) === 0;
const dateIn = (day: Day) => Number(isoOf(day).slice(8));
const isQuarterStart = (day: Day) => (Number(isoOf(day).slice(5, 7)) - 1) % 3 === 0;

export const SERIES: Readonly<Record<string, Series>> = {
  rnd_sales_review: { zh: "研发与业务双周复盘", departments: "rnd;sales;product", isDue: weekday(3, 2), decisions: 3 },
  retrospective: {
    zh: "季度复盘会",
    departments: "rnd;sales;product;marketing;sales_ops;after_sales",
    isDue: (day) => isQuarterStart(day) && dateIn(day) === 12,
    decisions: 7,
  },
  marketing_sales: { zh: "市场与业务周会", departments: "marketing;sales;sales_ops", isDue: weekday(0, 1), decisions: 2 },
  strategy_review: {
    zh: "月度战略会",
    departments: "sales;marketing;rnd;product;finance;hr",
    isDue: (day) => dateIn(day) === 5,
    decisions: 4,
  },
  requirement_board: { zh: "需求评审会", departments: "product;rnd;sales", isDue: weekday(2, 1), decisions: 4 },
};

/** On the planned day, some days later, or not at all; with the slip R&D has less time for its review. */
function heldOn(random: Random, planned: Day, slip: number): Day | null {
  if (random.chance(0.91 - 0.25 * slip)) return planned;
  const moved = nextWorked(planned + random.integer(1, 4));
  return random.chance(0.6) && moved <= LAST_DAY ? moved : null;
}

/** A meeting of a series. */
interface Due {
  id: string;
  series: Series;
  plannedOn: Day;
}

function meetingOf({ random, stories }: Making, { id, series, plannedOn: planned_on }: Due): Omit<Meeting, "meeting_id"> {
  const { departments, decisions } = series;
  const slip = id === "rnd_sales_review" ? stories.supportSlip(planned_on) : 0;
  const held_on = heldOn(random, planned_on, slip);
  const planned = { meeting_series: id, planned_on, held_on, departments };
  if (held_on === null) return { ...planned, decisions_taken: null, decisions_due: null, decisions_closed_in_time: null };
  const decisions_due = random.poisson(decisions * 0.9);
  const decisions_closed_in_time = decisions_due === 0 ? 0 : random.binomial(decisions_due, 0.84 - 0.22 * slip);
  return { ...planned, decisions_taken: random.poisson(decisions), decisions_due, decisions_closed_in_time };
}

/** Meetings in the order in which they were planned. */
export function makeMeetings(company: Company): Meeting[] {
  const making = makingOf(company, "meetings");
  const due: Due[] = DAYS.flatMap((day) =>
    Object.entries(SERIES)
      .filter(([, { isDue }]) => isDue(day))
      .map(([id, series]) => ({ id, series, plannedOn: nextWorked(day) })),
  );
  return due
    .filter(({ plannedOn }) => plannedOn <= LAST_DAY)
    .map((each, index) => ({ meeting_id: `M-${String(index + 1).padStart(4, "0")}`, ...meetingOf(making, each) }));
}
