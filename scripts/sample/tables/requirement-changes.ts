import type { RowOf } from "../../../src/core/contract.ts";
import type requirementChanges from "../../../src/tables/requirement-changes.ts";
import { type Day, dayOfMoment, LAST_DAY, nextWorkday } from "../calendar.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import { changeNote } from "../notes.ts";
import type { Requirement } from "./requirements.ts";

export type RequirementChange = RowOf<typeof requirementChanges>;

/** Changes a month of a requirement in work before there was a platform. */
const PER_MONTH = { complete: 0.24, incomplete: 0.36 };
/** How much of it remains with the platform. */
const REMAINING = 0.62;

const ASKED_BY = { sales: 0.42, rnd: 0.26, product: 0.18, after_sales: 0.08, marketing: 0.06 };

const isComplete = (row: Requirement) => row.has_scenario && row.has_customer_profile && row.has_competitor && row.has_budget;

function reasonOn({ random, stories }: Making, day: Day): RequirementChange["reason"] {
  const unclear = 0.36 * (1 - 0.45 * stories.platform(day));
  return random.weighted({ customer_change: 0.28, unclear_requirement: unclear, technical_limit: 0.17, market_change: 0.11, other: 0.08 });
}

/** Changes between approval and release, each day as likely as the platform lets it be. */
function* changesOf(making: Making, row: Requirement): Generator<Omit<RequirementChange, "change_id">> {
  if (row.approved_at === null) return;
  const { random, stories } = making;
  const start = dayOfMoment(row.approved_at);
  const end = row.released_at === null ? LAST_DAY : dayOfMoment(row.released_at);
  const perMonth = isComplete(row) ? PER_MONTH.complete : PER_MONTH.incomplete;
  for (let left = random.poisson((perMonth * (end - start)) / 30.44); left > 0; left--) {
    const changed_on = Math.min(nextWorkday(random.integer(start, end)), end);
    const reason = reasonOn(making, changed_on);
    const change = {
      requirement_id: row.requirement_id,
      changed_on,
      asked_by: random.weighted(ASKED_BY),
      reason,
      note: changeNote(random, reason),
    };
    if (random.chance(1 - (1 - REMAINING) * stories.platform(changed_on))) yield change;
  }
}

/** Changes in the order in which they were asked for. */
export function makeRequirementChanges(company: Company, requirements: readonly Requirement[]): RequirementChange[] {
  const making = makingOf(company, "requirement-changes");
  const changes = requirements.flatMap((row) => [...changesOf(making, row)]).sort((a, b) => a.changed_on - b.changed_on);
  return changes.map((change, index) => ({ change_id: `CHG-${1001 + index}`, ...change }));
}
