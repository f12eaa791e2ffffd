import { type Day, dayOf, isoOf } from "../../src/core/days.ts";
import type { ExportReport, ExportReports } from "../../src/data/export-reports.ts";
import type { SiteConfig } from "../../src/data/site-config.ts";
import { horizonOf } from "../calendar/exported.ts";
import { confirmedOf, reachOf } from "../calendar/reach.ts";
import { remarkOnSlips, slipsOf } from "../calendar/slips.ts";
import { daysOf } from "../stage/day-counts.ts";
import type { Span } from "../stage/span.ts";
import type { StagedTable } from "../stage/stage-all.ts";
import { remarkOnAsOf } from "./absent.ts";
import { idleWords, publishedIdleWords } from "./idle-words.ts";
import { remarkOnOlderRecords } from "./older-records.ts";
import { type Extent, publishedReport } from "./published-report.ts";
import { recordCounts } from "./record-counts.ts";
import { countedByFile } from "./remarks.ts";
import { remarkOnUnfound } from "./unfound.ts";

/** The first and the last day of a table that count. */
interface Counted {
  start: Day;
  horizon: Day;
}

function extentOf({ starts, ends }: Span, { start, horizon }: Counted): Extent {
  const isoWithin = (days: readonly Day[], place: 0 | -1) => {
    const day = days.filter((each) => each >= start && each <= horizon).at(place);
    return day === undefined ? null : isoOf(day);
  };
  const beyond = [...ends.counts].filter(([day]) => day > horizon);
  return {
    from: isoWithin(daysOf(starts.counts), 0),
    to: isoWithin(daysOf(new Map([...starts.counts, ...ends.counts])), -1),
    ahead: beyond.reduce((sum, [, records]) => sum + records, 0),
  };
}

/** What the build says of records that reach beyond the as-of day; nothing without any. */
function remarkOnAhead(reports: readonly ExportReport[], asOf: string): string[] {
  const counted = reports.map(({ file, content }) => ({ file, count: content?.ahead ?? 0 }));
  return countedByFile(`records with a day after ${asOf}, the as-of day; what lies beyond it counts nowhere`, counted);
}

/** What the build says of amounts that staging does not hold as they are; nothing without any. */
function remarkOnRounded(tables: readonly StagedTable[]): string[] {
  const counted = tables.flatMap(({ files }) => files.map(({ file, remarked }) => ({ file, count: remarked.rounded })));
  return countedByFile("amounts of more than four decimals, which are rounded to four", counted);
}

/** What the build says of files that are there twice; nothing without any. */
function remarkOnCopies(tables: readonly StagedTable[]): string[] {
  const copies = tables.flatMap((table) => table.copies);
  if (copies.length === 0) return [];
  return [
    `files that are the same as another, and are not read: ${copies.length}`,
    ...copies.map(({ file, of }) => `  ${file}: the bytes of ${of}`),
  ];
}

/** What is published of exports and of the time that they cover, and what the build says of records that lie beyond it. */
export function reportExports(
  tables: readonly StagedTable[],
  site: SiteConfig,
  isOff?: (day: string) => boolean,
): Omit<ExportReports, "missing"> & { remarks: string[] } {
  const [reach, confirmed] = [reachOf(tables, site, isOff), confirmedOf(tables)];
  const exports = tables.flatMap((staged) => {
    const counted = { start: confirmed.start, horizon: dayOf(horizonOf(staged, reach.asOf, site.fiscal_year_starts)) };
    return staged.files.map((report) => publishedReport(staged.table, report, extentOf(report.span, counted)));
  });
  const slips = slipsOf(tables, confirmed);
  return {
    ...{
      exports,
      records: recordCounts(tables),
      reach,
      slips: slips.map(({ found: _, ...slip }) => slip),
      idle: publishedIdleWords(idleWords(tables)),
    },
    remarks: [
      ...remarkOnSlips(slips, confirmed),
      ...remarkOnAsOf(reach.asOf, confirmed.end),
      ...remarkOnAhead(exports, reach.asOf),
      ...remarkOnOlderRecords(tables),
      ...remarkOnCopies(tables),
      ...remarkOnRounded(tables),
      ...remarkOnUnfound(tables),
    ],
  };
}
