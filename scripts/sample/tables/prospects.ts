import { dayOf } from "../../../src/core/days.ts";
import { allottedDays } from "../allot.ts";
import { activity, DAYS, type Day, FIRST_DAY, LAST_DAY, season } from "../calendar.ts";
import { PRODUCT_LINES, type ProductLine, REGIONS, type Region, type Segment, weightsOf } from "../company.ts";
import { type Company, makingOf } from "../making.ts";
import type { Random } from "../random.ts";
import { nextWorked } from "../working-time.ts";

/** A deal before anybody knows how it ends. */
export interface Prospect {
  deal_id: string;
  opened_on: Day;
  /** When it will be won or lost. */
  closesOn: Day;
  region: Region;
  segment: Segment;
  product_line: ProductLine;
  amount_cny: number;
}

const USUAL_AMOUNT: Record<Segment, number> = { key_account: 520_000, channel: 190_000, smb: 120_000, public: 420_000 };
const DEALS_OF_SEGMENT: Record<Segment, number> = { key_account: 0.27, channel: 0.27, smb: 0.3, public: 0.16 };

/** Deals that were opened before the sample and end in it. */
const OLDER_DAYS: readonly Day[] = Array.from({ length: FIRST_DAY - dayOf("2023-07-01") }, (_, index) => dayOf("2023-07-01") + index);

function prospectOn(random: Random, opened_on: Day): Omit<Prospect, "deal_id"> {
  const segment = random.weighted(DEALS_OF_SEGMENT);
  return {
    opened_on,
    closesOn: nextWorked(opened_on + Math.ceil(random.lognormal(62, 0.5))),
    region: random.weighted(weightsOf(REGIONS)),
    segment,
    product_line: random.weighted(weightsOf(PRODUCT_LINES)),
    amount_cny: Math.round(random.lognormal(USUAL_AMOUNT[segment], 0.7) / 1000) * 1000,
  };
}

/** Deals in the order in which they were opened; none of them ended before the sample begins. */
export function makeProspects(company: Company, count: number): Prospect[] {
  const { random, stories } = makingOf(company, "deals");
  const weight = (day: Day) => activity(day) * season(day) * stories.growth(day, 0.08);
  const rows = Array.from(allottedDays(random, { total: count, days: [...OLDER_DAYS, ...DAYS], weight }), (day) => prospectOn(random, day));
  return rows.filter(({ closesOn }) => closesOn >= FIRST_DAY).map((row, index) => ({ deal_id: `D-${20_001 + index}`, ...row }));
}

/** The deals that are open on each day of the sample. */
export function openOn(prospects: readonly Prospect[]): ReadonlyMap<Day, readonly Prospect[]> {
  const byDay = new Map<Day, Prospect[]>(DAYS.map((day) => [day, []]));
  for (const prospect of prospects) {
    const last = Math.min(prospect.closesOn - 1, LAST_DAY);
    for (let day = Math.max(prospect.opened_on, FIRST_DAY); day <= last; day++) byDay.get(day)?.push(prospect);
  }
  return byDay;
}
