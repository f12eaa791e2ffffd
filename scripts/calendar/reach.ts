import { type Day, dayOf, isoOf } from "../../src/core/days.ts";
import { firstDay, type Month, parseMonth, periodOf } from "../../src/core/periods.ts";
import { daysLate } from "../../src/core/rhythms.ts";
import type { Reach } from "../../src/data/export-reports.ts";
import type { SiteConfig } from "../../src/data/site-config.ts";
import { crowdedEnd, type DayCounts, daysOf, reversed, together } from "../stage/day-counts.ts";
import { beginningOf } from "./beginning.ts";
import { type Confirmed, firstConfirmed, lastConfirmed } from "./confirmed.ts";
import { countsOf, daily, type Exported, horizonOf, isQuarterly } from "./exported.ts";
import { refuseFuture, refusePast } from "./implausible.ts";
import { withDaysOff } from "./month-end.ts";
import { reachedBy } from "./pauses.ts";

type Time = Pick<SiteConfig, "as_of" | "stale_after" | "fiscal_year_starts">;

/** A table and its records that count: no slips, and none beyond the as-of day. */
interface Counted {
  exported: Exported;
  /** By the column that says when. */
  starts: DayCounts;
  /** By any day of theirs. */
  all: DayCounts;
}

/**
 * The first day of a table's records by which more than a few of them had begun, by any day that they name; null when there is none. Where deals
 * have been opened, one that is closed long before the next is no slip.
 */
function firstBegun(exported: Exported): Day | null {
  const edge = crowdedEnd(reversed(together(exported.files.map(({ span }) => span.earliest))));
  return edge === null ? null : (daysOf(countsOf(exported, "starts")).find((day) => day >= -edge) ?? null);
}

/** The days between which the records of exports lie, slips left aside. Throws where no record says when. */
export function confirmedOf(tables: readonly Exported[]): Confirmed {
  const end = lastConfirmed(daily(tables).map((exported) => countsOf(exported, "ends")));
  const start = firstConfirmed(tables.map((exported) => countsOf(exported, "starts")));
  if (end === null || start === null) throw new Error("没有一条记录有日期 · no export has a record with a date");
  return { start: Math.min(start, ...tables.flatMap((exported) => firstBegun(exported) ?? [])), end };
}

function countedOf(exported: Exported, start: Day, horizon: Day): Counted {
  const within = (counts: DayCounts): DayCounts => new Map([...counts].filter(([day]) => day >= start && day <= horizon));
  const [starts, ends] = [within(countsOf(exported, "starts")), within(countsOf(exported, "ends"))];
  return { exported, starts, all: together([starts, ends]) };
}

/** The ISO day from which a table reaches; of one by quarter, the beginning of its first. */
function fromOf({ exported, starts }: Counted, fiscalStart: number): string | null {
  const [first] = daysOf(starts);
  if (first === undefined || !isQuarterly(exported)) return beginningOf(starts);
  return firstDay(periodOf(parseMonth(isoOf(first)), "quarter", fiscalStart).start);
}

/** The ISO day up to which a table reaches: the as-of day while its export is fresh and no silence unusual, else its latest; null for a table that is never stale. */
function untilOf({ exported: { table, files }, all }: Counted, asOf: string, staleAfter: number): string | null {
  const [last, rhythm] = [daysOf(all).at(-1), files[0]?.rhythm];
  if (!table.time || last === undefined || !rhythm) return null;
  const to = isoOf(last);
  return (daysLate({ to, rhythm }, asOf, staleAfter) ?? 0) > 0 ? to : isoOf(reachedBy(all, dayOf(asOf)));
}

/** The ISO days up to which a table reaches, and up to which records have begun in it: the same where its day is not that of a beginning, such as a closing. */
function endOf({ exported: { table }, starts }: Counted, until: string | null, asOf: string) {
  const isOfBeginning = table.columns[table.time ?? ""]?.required ?? false;
  const begun = until !== null && isOfBeginning ? isoOf(reachedBy(starts, dayOf(until))) : until;
  return { begun: begun ?? asOf, until: until ?? asOf, isDated: until !== null };
}

/** Reads off the exports how far the data reach; `isOff` says whether the company does not work on an ISO day. Throws a DataError on dates that cannot be meant, naming their places. */
export function reachOf(
  tables: readonly Exported[],
  { as_of, stale_after, fiscal_year_starts }: Time,
  isOff: (day: string) => boolean = () => false,
): Reach {
  const confirmed = confirmedOf(tables);
  const all = together(daily(tables).map((exported) => countsOf(exported, "ends")));
  const asOf = as_of ?? isoOf(withDaysOff(confirmed.end, all, isOff));
  const [start, end] = [confirmed.start, dayOf(asOf)];
  if (!as_of) refuseFuture(tables, confirmed);
  if (end < start)
    throw new Error(
      `site.yaml 的 as_of 早于全部数据 · as_of in site.yaml is before all data: ${asOf}; expected a day from ${isoOf(start)}`,
    );
  refusePast(tables, confirmed, asOf);
  const counted = tables.map((exported) => countedOf(exported, start, dayOf(horizonOf(exported, asOf, fiscal_year_starts))));
  const known = counted.map((each) => ({
    table: each.exported.table.id,
    from: fromOf(each, fiscal_year_starts),
    ...endOf(each, untilOf(each, asOf, stale_after), asOf),
  }));
  const months = counted.flatMap(({ all }) => daysOf(all).map((day) => parseMonth(isoOf(Math.min(day, end)))));
  return {
    first: parseMonth(isoOf(start)),
    asOf,
    from: known.flatMap(({ from }) => from ?? []).sort()[0] ?? isoOf(start),
    until:
      known
        .flatMap(({ until, isDated }) => (isDated ? until : []))
        .sort()
        .at(-1) ?? asOf,
    months: [...new Set<Month>(months)].sort((a, b) => a - b),
    tables: Object.fromEntries(known.map(({ table, from, begun, until }) => [table, { from, begun, until }])),
  };
}
