import type { RowOf } from "../../../src/core/contract.ts";
import { dayOf } from "../../../src/core/days.ts";
import type rework from "../../../src/tables/rework.ts";
import { type Day, dayOfMoment, LAST_DAY, nextWorkday } from "../calendar.ts";
import type { Filled } from "../filled.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import type { Random } from "../random.ts";
import { blend } from "../stories.ts";
import type { RequirementChange } from "./requirement-changes.ts";
import type { Requirement } from "./requirements.ts";

export type Rework = Filled<RowOf<typeof rework>, "cost_cny">;
type Piece = Omit<Rework, "rework_id">;

const CNY_PER_HOUR = 320;

function piece(
  random: Random,
  { requirement_id, worked_on, cause, median }: Pick<Piece, "requirement_id" | "worked_on" | "cause"> & { median: number },
): Piece {
  const hours = Math.min(240, Math.max(0.5, Math.round(random.lognormal(median, 0.85) * 2) / 2));
  return { requirement_id, worked_on, cause, hours, cost_cny: Math.round(hours * CNY_PER_HOUR * random.lognormal(1, 0.18) * 100) / 100 };
}

/** What a change costs: the more has been built since the approval, the more often and the more of it is built again. */
function* deviations(
  { random, stories }: Making,
  requirements: readonly Requirement[],
  changes: readonly RequirementChange[],
): Generator<Piece> {
  const approvals = new Map(requirements.map(({ requirement_id, approved_at }) => [requirement_id, dayOfMoment(approved_at ?? 0)]));
  for (const { requirement_id, changed_on } of changes) {
    const built = Math.min(1, (changed_on - (approvals.get(requirement_id) as Day)) / 80);
    if (!random.chance(0.62 * built)) continue;
    const worked_on = nextWorkday(changed_on + random.integer(3, 25));
    const median = blend(17, 13.5, stories.platform(changed_on)) * (0.4 + 0.7 * built);
    yield piece(random, { requirement_id, worked_on, cause: "requirement_deviation", median });
  }
}

/** Defects and the rest, between approval and two months after the release. */
function* mishaps(random: Random, requirements: readonly Requirement[]): Generator<Piece> {
  for (const { requirement_id, approved_at, released_at } of requirements) {
    if (approved_at === null) continue;
    const start = dayOfMoment(approved_at) + 20;
    const end = (released_at === null ? LAST_DAY : dayOfMoment(released_at)) + 60;
    for (const [cause, mean] of [
      ["development_defect", 0.13],
      ["other", 0.045],
    ] as const) {
      for (let left = random.poisson(mean); left > 0; left--) {
        yield piece(random, { requirement_id, worked_on: nextWorkday(random.integer(start, end)), cause, median: 15 });
      }
    }
  }
}

/** The gateways that do not hold what they promised are repaired, most of it in the first months. */
function* gatewayRepairs({ random, stories }: Making, requirements: readonly Requirement[]): Generator<Piece> {
  const start = dayOf("2026-02-10");
  const touched = ({ product_line, approved_at, submitted_at }: Requirement) =>
    product_line === "gateways" &&
    approved_at !== null &&
    dayOfMoment(approved_at) < start &&
    dayOfMoment(submitted_at) > dayOf("2025-01-01");
  for (const { requirement_id } of requirements.filter(touched)) {
    for (let left = random.poisson(0.75); left > 0; left--) {
      const worked_on: Day = nextWorkday(start + Math.round(random.lognormal(55, 0.7)));
      const cause = random.chance(0.8) ? "development_defect" : "requirement_deviation";
      if (stories.hasTrouble(worked_on, "gateways")) yield piece(random, { requirement_id, worked_on, cause, median: 24 });
    }
  }
}

/** Rework in the order in which it was done. */
export function makeRework(company: Company, requirements: readonly Requirement[], changes: readonly RequirementChange[]): Rework[] {
  const making = makingOf(company, "rework");
  const all = [
    ...deviations(making, requirements, changes),
    ...mishaps(making.random, requirements),
    ...gatewayRepairs(making, requirements),
  ];
  const done = all.filter(({ worked_on }) => worked_on <= LAST_DAY).sort((a, b) => a.worked_on - b.worked_on);
  return done.map((row, index) => ({ rework_id: `RW-${1001 + index}`, ...row }));
}
