import type { RowOf } from "../../../src/core/contract.ts";
import type rotations from "../../../src/tables/rotations.ts";
import { LAST_DAY } from "../calendar.ts";
import type { Department } from "../company.ts";
import type { Role } from "../goal-catalogue.ts";
import { type Company, type Making, makingOf } from "../making.ts";
import { nextWorked } from "../working-time.ts";

export type Rotation = RowOf<typeof rotations> & { role: Role; from_department: Department; to_department: Department };
type Kind = Pick<Rotation, "role" | "from_department" | "to_department"> & { weeks: readonly number[] };

/** Three months in sales; one or two quarters in R&D. */
const KINDS: Readonly<Record<string, Kind>> = {
  engineerToSales: { role: "engineer", from_department: "rnd", to_department: "sales", weeks: [13] },
  salesToRnd: { role: "account_manager", from_department: "sales", to_department: "rnd", weeks: [13, 26] },
  productToSales: { role: "product_manager", from_department: "product", to_department: "sales", weeks: [13] },
  serviceToRnd: { role: "service_engineer", from_department: "after_sales", to_department: "rnd", weeks: [13, 26] },
};

const WEIGHTS: Readonly<Record<keyof typeof KINDS, number>> = {
  engineerToSales: 0.45,
  salesToRnd: 0.25,
  productToSales: 0.15,
  serviceToRnd: 0.15,
};

/** Days from one start to the next. */
const SPREAD = 100 / 3;
const LAST_START = LAST_DAY - 20;

function rotationOf({ random, stories: { since } }: Making, nth: number): Omit<Rotation, "rotation_id"> {
  const starts_on = nextWorked(Math.floor(since.rotations + (nth + random.between(0, 1)) * SPREAD));
  const { weeks, ...kind } = KINDS[random.weighted(WEIGHTS)] as Kind;
  return { ...kind, starts_on, ends_on: starts_on + random.pick(weeks) * 7 - 3 };
}

/** Rotations in the order in which they started; the last ones are still running. */
export function makeRotations(company: Company): Rotation[] {
  const making = makingOf(company, "rotations");
  const count = Math.round((LAST_START - making.stories.since.rotations) / SPREAD);
  return Array.from({ length: count }, (_, nth) => ({ rotation_id: `RT-${String(nth + 1).padStart(3, "0")}`, ...rotationOf(making, nth) }));
}
