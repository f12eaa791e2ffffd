import { type Day, dayOf, isoOf } from "../../src/core/days.ts";
import { DataError } from "../../src/core/errors.ts";
import { daysOf } from "../stage/day-counts.ts";
import type { Confirmed } from "./confirmed.ts";
import { countsOf, daily, type Exported, type Placed, placesOf } from "./exported.ts";

/** Many records that lie so far from the rest are no slips, and yet cannot be meant. */
const DAYS = { ahead: 366, ago: 366 * 30 };

function refuse(places: readonly Placed[], expected: string): never {
  const issues = places.map((place) => ({ ...place, expected }));
  throw new DataError(
    "日期不合理：请更正记录，或在 site.yaml 写明 as_of · dates are not plausible; correct the records, or say `as_of` in site.yaml",
    issues,
  );
}

/** Throws a DataError where many records of one table lie more than a year after those of all others. */
export function refuseFuture(tables: readonly Exported[], { end }: Confirmed): void {
  const lastOf = (each: Exported) => daysOf(countsOf(each, "ends")).findLast((day) => day <= end) ?? Number.NEGATIVE_INFINITY;
  const [latest, next] = daily(tables).toSorted((a, b) => lastOf(b) - lastOf(a));
  if (!latest || !next || !(lastOf(latest) - lastOf(next) > DAYS.ahead)) return;
  const places = placesOf(latest, "ends", (day) => day <= end && day - lastOf(next) > DAYS.ahead);
  refuse(places, `a day near ${isoOf(lastOf(next))}, where the other exports end`);
}

/** Throws a DataError where many records lie more than thirty years before the as-of day. */
export function refusePast(tables: readonly Exported[], { start }: Confirmed, asOf: string): void {
  const isTooEarly = (day: Day) => day >= start && dayOf(asOf) - day > DAYS.ago;
  const places = tables.flatMap((each) => placesOf(each, "starts", isTooEarly));
  if (places.length > 0) refuse(places, `a day within thirty years of ${asOf}`);
}
