import { nearest } from "../../src/core/errors.ts";
import { isOver, lastDay, type Period, parseMonth, periodId, periodsBetween } from "../../src/core/periods.ts";
import type { Reach } from "../../src/data/export-reports.ts";

/** A quarter or a year of the company. */
export type FrozenPeriod = Period & { grain: "quarter" | "year" };

const GRAINS: readonly FrozenPeriod["grain"][] = ["quarter", "year"];

/** Reads `2026Q3` or `2026`. Throws with what is nearest to it. */
export function readFrozenPeriod(text: string, { from, asOf }: Pick<Reach, "from" | "asOf">, fiscalStart: number): FrozenPeriod {
  const known = GRAINS.flatMap((grain) =>
    periodsBetween(parseMonth(from), parseMonth(asOf), grain, fiscalStart).map((period) => ({ ...period, grain })),
  );
  const ids = known.map((period) => periodId(period, fiscalStart));
  const found = known[ids.indexOf(text)];
  if (found) return found;
  const near = nearest(text.toUpperCase(), ids);
  throw new Error(
    `没有可冻结的时期 ${text || "（空）"} · no quarter or year that the data reach: ${text || "(empty)"}; expected one of ${ids[0]} … ${ids.at(-1)}${near ? `; did you mean ${near}?` : ""}`,
  );
}

/** The day that a snapshot bears: the one given, which is not before what its data reach, else the as-of day. */
export function dayOfSnapshot(given: string | undefined, { asOf }: Pick<Reach, "asOf">): string {
  if (given !== undefined && given < asOf) throw new Error(`--day 早于数据 · --day ${given} is before the data, which reach ${asOf}`);
  return given ?? asOf;
}

/** Why a period can be frozen provisionally only: it is not over, or exports do not reach its end; empty where nothing speaks against it. */
export function reasonsAgainst(period: Period, { asOf, tables }: Reach): string[] {
  const end = lastDay(period.end);
  if (!isOver(period, asOf)) return [`时期还没结束 · it ends on ${end}, and the data reach ${asOf}`];
  const short = Object.entries(tables).filter(([, { until }]) => until < end);
  return short.map(([table, { until }]) => `导出没有到期末 · it ends on ${end}, and the export of ${table} reaches ${until}`);
}
