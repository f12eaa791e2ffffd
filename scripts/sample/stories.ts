import { dayOf } from "../../src/core/days.ts";
import { type Day, FIRST_DAY, yearsIn } from "./calendar.ts";

/** From 0 before `start` to 1 after `end`, without a jump. */
function ramp(day: Day, start: Day, end: Day): number {
  const x = Math.min(1, Math.max(0, (day - start) / (end - start)));
  return x * x * (3 - 2 * x);
}

const between = (day: Day, start: string, end: string) => day >= dayOf(start) && day < dayOf(end);

/** `before` at 0, `after` at 1. */
export const blend = (before: number, after: number, share: number): number => before + (after - before) * share;

/** All that changes in a company over time, but for chance and the calendar: holidays, seasons, the rush at the end of a quarter. */
export interface Stories {
  /** How much of the effect of the shared platform is there, 0 to 1. */
  platform(day: Day): number;
  /** How much care the templates of requirements are filled in with, 0 to 1. */
  templateCare(day: Day): number;
  /** How far the west has lost customers and patience, 0 to 1. */
  westSlip(day: Day, region: string): number;
  /** Whether a product does not hold what it promised. */
  isFaultyLaunch(line: string, launchedOn: Day | null): boolean;
  /** Whether faulty products of a line are being repaired. */
  hasTrouble(day: Day, line: string): boolean;
  /** Share of requirements put aside after the review. */
  parkedShare(day: Day): number;
  /** The days on which the requirements put aside are decided; null where nobody decides them all at once. */
  clearing: { start: Day; end: Day } | null;
  /** Share of the approved requirements, but for the musts, that are never released: they gather in the work. */
  neverReleased: number;
  /** How far sales has come from distrust to the view of R&D, 0 to 1. */
  trust(day: Day): number;
  /** How much later than usual R&D responds to requests for technical support, 0 to 1. */
  supportSlip(day: Day): number;
  /** Share of the deals lost by a delay of R&D that could have been kept. */
  avoidableByRnd(day: Day): number;
  /** How far marketing has come from the 5 working days that it once had for a request to the 3 of its new rule, 0 to 1. */
  materialHaste(day: Day): number;
  /** Whether a campaign brings many leads, few of them of use to sales. */
  isWebinarSpring(day: Day): boolean;
  /** The quarter in which two goals hang on no other; null where all hang together. */
  quarterOfOrphans: string | null;
  /** How far the targets of a quarter are from those of the first to those of the last, 0 to 1. */
  ambition(progress: number): number;
  /** By what business has grown, 1 for not at all, where it grows by a share of its first size every year. */
  growth(day: Day, perYear: number): number;
  /** How strongly departments have better and worse quarters, 1 for usually. */
  swing: number;
  /** Share of the customers that come, and that leave, within the sample's years, and that leave the west in spring 2026. */
  turnover: { come: number; leave: number; leaveWest: number };
  /** What is left of the sales of the products of before the regular launches. */
  olderAppeal(day: Day): number;
  /** What was under way before the first day: from when there are requirements and projects, rotations, and launches, these in quarters from the first of the sample. */
  since: { work: Day; rotations: Day; launches: number };
}

/** The shared platform comes in on 2025-04-01. */
const platform = (day: Day): number => ramp(day, dayOf("2025-04-01"), dayOf("2025-06-20"));

/** More and more, until the platform makes them visible. */
function parkedShare(day: Day): number {
  const growing = blend(0.05, 0.2, ramp(day, dayOf("2023-12-01"), dayOf("2025-02-01")));
  return blend(growing, 0.025, ramp(day, dayOf("2025-04-01"), dayOf("2025-08-01")));
}

/** From this day on marketing responds to a request for material within 3 working days, instead of 5. */
const MATERIAL_RULE_CHANGE = dayOf("2025-07-01");

/** What happens in the sample company. */
export const STORIES: Stories = {
  platform,
  // one template for all since 2024-07, and the platform asks for every part of it
  templateCare: (day) => 0.45 * ramp(day, dayOf("2024-07-01"), dayOf("2024-12-31")) + 0.55 * platform(day),
  westSlip: (day, region) => (region === "west" ? ramp(day, dayOf("2026-03-20"), dayOf("2026-05-10")) : 0),
  // the gateway generation of the first quarter of 2026
  isFaultyLaunch: (line, launchedOn) => line === "gateways" && launchedOn !== null && between(launchedOn, "2026-01-01", "2026-04-01"),
  hasTrouble: (day, line) => line === "gateways" && between(day, "2026-02-10", "2026-09-01"),
  parkedShare,
  clearing: { start: dayOf("2025-07-14"), end: dayOf("2025-10-31") },
  neverReleased: 0.02,
  trust: (day) => ramp(day, dayOf("2025-01-15"), dayOf("2026-06-30")),
  // later and later from April 2026
  supportSlip: (day) => ramp(day, dayOf("2026-03-20"), dayOf("2026-07-05")),
  avoidableByRnd: (day) => (day >= dayOf("2026-04-01") ? 0.8 : 0.5),
  // a little before the new rule already
  materialHaste: (day) => ramp(day, MATERIAL_RULE_CHANGE - 20, MATERIAL_RULE_CHANGE + 30),
  isWebinarSpring: (day) => between(day, "2026-03-09", "2026-05-25"),
  quarterOfOrphans: "2026Q3",
  ambition: (progress) => progress,
  growth: (day, perYear) => 1 + perYear * yearsIn(day),
  swing: 1,
  turnover: { come: 0.35, leave: 0.15, leaveWest: 0.3 },
  olderAppeal: (day) => Math.exp(-yearsIn(day) / 2),
  since: { work: FIRST_DAY, rotations: dayOf("2024-01-02"), launches: -4 },
};

/** A company in which nothing happens: each story stands where it ends for the better or, where it ends for the worse, where it begins. */
export const NO_STORIES: Stories = {
  platform: () => 1,
  templateCare: () => 1,
  westSlip: () => 0,
  isFaultyLaunch: () => false,
  hasTrouble: () => false,
  parkedShare: () => 0.025,
  clearing: null,
  neverReleased: 0,
  trust: () => 1,
  supportSlip: () => 0,
  avoidableByRnd: () => 0.5,
  materialHaste: () => 1,
  isWebinarSpring: () => false,
  quarterOfOrphans: null,
  ambition: () => 1,
  growth: () => 1,
  swing: 0,
  turnover: { come: 0, leave: 0, leaveWest: 0 },
  olderAppeal: () => 1,
  since: { work: FIRST_DAY - 400, rotations: FIRST_DAY - 200, launches: -40 },
};
