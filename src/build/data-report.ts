import { expectedIn } from "../i18n/expected.ts";
import type { Page } from "../site/page.ts";
import { missingTablesOf } from "../site/site.ts";
import { numeral, sorted, type TableData } from "../site/table.ts";
import { daysLate, type ExportReport } from "./exports.ts";
import { store } from "./store.ts";
import { tableOf } from "./tables.ts";

/** The files of one table that matter for freshness: the one that reaches furthest. */
const latestOf = (reports: readonly ExportReport[]) =>
  [...Map.groupBy(reports, ({ table }) => table).values()].map(
    (files) => [...files].sort((a, b) => ((a.to ?? "") < (b.to ?? "") ? 1 : -1))[0] as ExportReport,
  );

const totals = () => {
  const sum = (of: (report: ExportReport) => number) => store.reports.exports.reduce((all, report) => all + of(report), 0);
  return { read: sum(({ read }) => read), accepted: sum(({ accepted }) => accepted), rejected: sum(({ rejected }) => rejected) };
};

/** "14 files, 81,234 records read: …" */
export function readingSummary(page: Page): string {
  const { read, accepted, rejected } = totals();
  return page.words.dataPage.summary(
    page.count(store.reports.exports.length),
    page.count(read),
    page.count(accepted),
    page.count(rejected),
  );
}

/** How many exports keep their rhythm, and what share of the records could be used. */
export function freshnessSummary(page: Page): string {
  const latest = latestOf(store.reports.exports);
  const stale = latest.filter((report) => (daysLate(report, page.asOf, store.config.stale_after) ?? 0) > 0).length;
  const { read, accepted } = totals();
  const { stillFresh, completeness } = page.words.dataPage;
  return page.joined(
    stillFresh(stale, latest.length),
    completeness(page.value(read === 0 ? null : accepted / read, "share", { digits: 2 })),
  );
}

function freshness(page: Page, report: ExportReport, latest: readonly ExportReport[]): string {
  const { fresh, rhythm, stale } = page.words.dataPage;
  const days = daysLate(report, page.asOf, store.config.stale_after);
  if (!latest.includes(report) || days === null) return rhythm[report.rhythm];
  return page.clauses(rhythm[report.rhythm], days > 0 ? stale(days) : fresh);
}

/** Every file that was read. */
export function exportsTable(page: Page): TableData {
  const { dataPage: words } = page.words;
  const latest = latestOf(store.reports.exports);
  return {
    caption: words.title,
    head: [
      words.file,
      words.table,
      words.system,
      numeral(words.read),
      numeral(words.accepted),
      numeral(words.rejected),
      words.until,
      words.freshness,
      numeral(words.size),
      words.hash,
    ],
    rows: store.reports.exports.map((report) => [
      report.file,
      page.say(tableOf(report.table).label),
      page.say(report.system),
      numeral(page.count(report.read), report.read),
      numeral(page.count(report.accepted), report.accepted),
      numeral(page.count(report.rejected), report.rejected),
      report.to ? sorted(page.dayName(report.to), report.to) : page.words.missing,
      freshness(page, report, latest),
      numeral(`${page.count(Math.ceil(report.bytes / 1000))} kB`, report.bytes),
      report.sha256.slice(0, 12),
    ]),
  };
}

/** Why records were rejected, by file and column. */
export function rejectsTable(page: Page): TableData {
  const { dataPage: words } = page.words;
  const nameOf = (report: ExportReport, column: string | null) => {
    const found = column ? tableOf(report.table).columns[column] : undefined;
    return found ? page.say(found.label) : (column ?? page.words.missing);
  };
  return {
    caption: words.reasons,
    head: [words.file, words.column, words.reason, numeral(words.count)],
    rows: store.reports.exports.flatMap((report) =>
      report.reasons.map(({ column, expected, count: records }) => [
        report.file,
        nameOf(report, column),
        expectedIn(page.locale, expected),
        numeral(page.count(records), records),
      ]),
    ),
  };
}

/** Tables that no export feeds, and the metrics that wait for them. */
export function missingTable(page: Page): TableData {
  const { dataPage: words } = page.words;
  return {
    caption: words.missing,
    head: [words.table, words.waiting],
    rows: store.reports.missing.map((id) => [
      page.say(tableOf(id).label),
      page.listed(
        page.site.metrics.filter((metric) => missingTablesOf(page.site, metric).includes(id)).map(({ label }) => page.say(label)),
      ),
    ]),
  };
}
