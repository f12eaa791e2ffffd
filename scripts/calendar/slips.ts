import { type Day, isoOf } from "../../src/core/days.ts";
import { DataError } from "../../src/core/errors.ts";
import type { Slip } from "../../src/data/export-reports.ts";
import type { SpanSide } from "../stage/span.ts";
import type { Confirmed } from "./confirmed.ts";
import { daily, type Exported, type Placed, placesOf } from "./exported.ts";

/** A record with days so far from all others that they may be slips of the pen. */
export type DatedSlip = Slip & Placed;

/** Every slip, table by table; there are never more of one table than places are kept. */
export function slipsOf(tables: readonly Exported[], { start, end }: Confirmed): DatedSlip[] {
  const slipsIn = (side: SpanSide, isFar: (day: Day) => boolean) => (exported: Exported) =>
    placesOf(exported, side, isFar).map((place) => ({ table: exported.table.id, ...place }));
  const [early, late] = [slipsIn("starts", (day) => day < start), slipsIn("ends", (day) => day > end)];
  return [...tables.flatMap(early), ...daily(tables).flatMap(late)];
}

/** What the build says of slips, the first three with their places; nothing without any. */
export function remarkOnSlips(slips: readonly DatedSlip[], { start, end }: Confirmed): string[] {
  if (slips.length === 0) return [];
  const expected = `a day near ${isoOf(start)} to ${isoOf(end)}, between which all others lie`;
  const issues = slips.map((slip) => ({ ...slip, expected }));
  const { message } = new DataError(
    `有离其他记录很远的日期，或是笔误，不改变数据的起止 · days far from all others, perhaps slips of the pen, which do not move where the data begin and end: ${slips.length}`,
    issues,
  );
  return [message];
}
