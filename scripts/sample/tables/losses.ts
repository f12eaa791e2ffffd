import type { RowOf } from "../../../src/core/contract.ts";
import type losses from "../../../src/tables/losses.ts";
import { allottedDays } from "../allot.ts";
import { activity, DAYS, type Day } from "../calendar.ts";
import { PRODUCT_LINES, REGIONS, weightsOf } from "../company.ts";
import { type Company, type Making, makingOf } from "../making.ts";

export type Loss = RowOf<typeof losses>;

const AMOUNT: Record<Loss["loss_kind"], number> = { lost_customer: 78_000, unsold_stock: 46_000 };

/** Lost customers gather in the slipping west, and where the gateways failed. */
function lossOn({ random, stories: { hasTrouble, platform, westSlip } }: Making, lost_on: Day): Omit<Loss, "loss_id"> {
  const regions = weightsOf(REGIONS);
  const lines = weightsOf(PRODUCT_LINES);
  const region = random.weighted({ ...regions, west: regions.west * (1 + 2 * westSlip(lost_on, "west")) });
  const product_line = random.weighted({ ...lines, gateways: lines.gateways * (hasTrouble(lost_on, "gateways") ? 2.4 : 1) });
  const loss_kind = random.weighted({ lost_customer: 0.62 + 0.25 * westSlip(lost_on, region), unsold_stock: 0.38 });
  const defect = hasTrouble(lost_on, product_line) ? 0.9 : 0.26;
  const misstated = 0.34 * (1 - 0.4 * platform(lost_on));
  const loss_cause = random.weighted({ development_defect: defect, misstated_requirement: misstated, other: 0.4 });
  const amount_cny = Math.round(random.lognormal(AMOUNT[loss_kind], 0.85) / 100) * 100;
  return { lost_on, loss_kind, loss_cause, region, product_line, amount_cny };
}

/** Losses in the order in which they were established, somewhat fewer with the platform. */
export function makeLosses(company: Company, count: number): Loss[] {
  const making = makingOf(company, "losses");
  const { platform, westSlip } = making.stories;
  const weight = (day: Day) => activity(day) * (1 - 0.2 * platform(day)) * (1 + 0.2 * westSlip(day, "west"));
  const rows = Array.from(allottedDays(making.random, { total: count, days: DAYS, weight }), (day) => lossOn(making, day));
  return rows.map((row, index) => ({ loss_id: `LS-${String(index + 1).padStart(4, "0")}`, ...row }));
}
