import { type Day, dayOf } from "./calendar.ts";

/** From 0 before `start` to 1 after `end`, without a jump. */
function ramp(day: Day, start: Day, end: Day): number {
  const x = Math.min(1, Math.max(0, (day - start) / (end - start)));
  return x * x * (3 - 2 * x);
}

const between = (day: Day, start: string, end: string) => day >= dayOf(start) && day < dayOf(end);

/** `before` at 0, `after` at 1. */
export const blend = (before: number, after: number, share: number): number => before + (after - before) * share;

/** The shared platform comes in on 2025-04-01; how much of its effect is there, 0 to 1. */
export const platform = (day: Day): number => ramp(day, dayOf("2025-04-01"), dayOf("2025-06-20"));

/** One requirement template for all since 2024-07, and the platform asks for every part of it. */
export const templateCare = (day: Day): number => 0.45 * ramp(day, dayOf("2024-07-01"), dayOf("2024-12-31")) + 0.55 * platform(day);

/** From April 2026 the west loses customers and patience, 0 to 1. */
export const westSlip = (day: Day, region: string): number => (region === "west" ? ramp(day, dayOf("2026-03-20"), dayOf("2026-05-10")) : 0);

/** The gateway generation launched in the first quarter of 2026 does not hold what it promised. */
export const isFaultyLaunch = (line: string, launchedOn: Day | null): boolean =>
  line === "gateways" && launchedOn !== null && between(launchedOn, "2026-01-01", "2026-04-01");

/** The months in which the faulty gateways are repaired. */
export const gatewayTrouble = (day: Day, line: string): boolean => line === "gateways" && between(day, "2026-02-10", "2026-09-01");

/** Share of requirements put aside after the review: more and more, until the platform makes them visible. */
export function parkedShare(day: Day): number {
  const growing = blend(0.05, 0.2, ramp(day, dayOf("2023-12-01"), dayOf("2025-02-01")));
  return blend(growing, 0.025, ramp(day, dayOf("2025-04-01"), dayOf("2025-08-01")));
}

/** In these weeks the requirements put aside are decided. */
export const CLEARING = { start: dayOf("2025-07-14"), end: dayOf("2025-10-31") };

/** How far sales has come from distrust to the view of R&D, 0 to 1. */
export const trust = (day: Day): number => ramp(day, dayOf("2025-01-15"), dayOf("2026-06-30"));

/** From April 2026 R&D answers requests for technical support later and later, 0 to 1. */
export const supportSlip = (day: Day): number => ramp(day, dayOf("2026-03-20"), dayOf("2026-07-05"));

/** From this day on marketing answers a request for material within 3 working days, instead of 5. */
const MATERIAL_RULE_CHANGE = dayOf("2025-07-01");

/** Marketing gets quicker with the new rule, and a little before it, 0 to 1. */
export const materialHaste = (day: Day): number => ramp(day, MATERIAL_RULE_CHANGE - 20, MATERIAL_RULE_CHANGE + 30);

/** The weeks of a campaign that brings many leads, of which sales can use few. */
export const isWebinarSpring = (day: Day): boolean => between(day, "2026-03-09", "2026-05-25");

/** The quarter in which two goals hang on no other. */
export const QUARTER_OF_ORPHANS = "2026Q3";
