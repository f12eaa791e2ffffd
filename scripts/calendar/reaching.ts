import { type Day, isoOf } from "../../src/core/days.ts";
import { fewOf, recordsIn } from "../stage/day-counts.ts";
import type { SpanSide } from "../stage/span.ts";
import { countsOf, type Exported, type Placed, placesOf } from "./exported.ts";

/** The records that start, or end, in a year, as long as they are few in every table; none where a table covers the year as it does others. */
export function fewReachingInto(tables: readonly Exported[], year: string, side: SpanSide): Placed[] {
  const isInYear = (day: Day) => isoOf(day).startsWith(year);
  const isFew = (exported: Exported) => {
    const counts = countsOf(exported, side);
    return recordsIn(counts, isInYear) <= fewOf(recordsIn(counts));
  };
  return tables.every(isFew) ? tables.flatMap((exported) => placesOf(exported, side, isInYear)) : [];
}
