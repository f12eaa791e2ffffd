import type { RowOf } from "../../../src/core/contract.ts";
import { dayOf } from "../../../src/core/days.ts";
import type survey from "../../../src/tables/survey.ts";
import type { Day } from "../calendar.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import { blend } from "../stories.ts";
import type { SurveyInvitation } from "./survey-invitations.ts";

export type SurveyAnswer = RowOf<typeof survey>;
type Side = SurveyAnswer["side"];

/** What a side thinks on average before the platform and in the end. */
const VIEW: Record<Side, { before: number; after: number }> = {
  sales: { before: 2.7, after: 3.72 },
  rnd: { before: 3.62, after: 3.94 },
  product: { before: 3.3, after: 3.8 },
  support: { before: 3.4, after: 3.72 },
};

/** How much better or worse than the average an item is seen, and what the platform adds to it. */
const ITEMS: Record<string, { offset: number; byPlatform: number }> = {
  process_clear: { offset: 0.1, byPlatform: 0.1 },
  process_fast: { offset: -0.25, byPlatform: 0.3 },
  process_informed: { offset: -0.2, byPlatform: 0.35 },
  process_handover: { offset: 0.05, byPlatform: 0.05 },
  mechanism_goals: { offset: 0.15, byPlatform: -0.1 },
  mechanism_roles: { offset: 0.1, byPlatform: -0.1 },
  mechanism_incentive: { offset: -0.15, byPlatform: -0.25 },
  mechanism_conflicts: { offset: 0, byPlatform: -0.15 },
};

/** The last month of the quarter, when people are asked. */
const askedOn = (quarter: string): Day => dayOf(`${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * 3).padStart(2, "0")}-10`);

const clip = (score: number) => Math.min(5, Math.max(1, Math.round(score)));

interface Group extends Pick<SurveyAnswer, "quarter" | "side" | "department"> {
  /** How kindly each of those who answer looks at everything. */
  moods: readonly number[];
}

function* answersOf({ random, stories: { platform, trust } }: Making, { moods, ...group }: Group): Generator<SurveyAnswer> {
  const day = askedOn(group.quarter);
  const { before, after } = VIEW[group.side];
  const view = blend(before, after, trust(day)) + random.noise(0.03);
  for (const [item, { offset, byPlatform }] of Object.entries(ITEMS)) {
    for (const mood of moods) {
      const score = clip(view + offset + byPlatform * platform(day) + mood + random.noise(0.75));
      yield { ...group, item, score: random.chance(0.015) ? null : score };
    }
  }
}

/** Answers by item within a department, so that no person's answers stand together. */
export function makeSurvey(company: Company, invitations: readonly SurveyInvitation[]): SurveyAnswer[] {
  const making = makingOf(company, "survey");
  const { random, stories } = making;
  return invitations.flatMap(({ quarter, side, department, invited }) => {
    const rate = blend(0.68, 0.84, stories.trust(askedOn(quarter)));
    const answering = department === "hr" ? 3 : random.binomial(invited, rate);
    const moods = Array.from({ length: answering }, () => random.noise(0.35));
    return [...answersOf(making, { quarter, side, department, moods })];
  });
}
