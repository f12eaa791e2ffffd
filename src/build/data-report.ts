import { OUTCOMES, sumOfOutcomes } from "../core/outcomes.ts";
import { expectedOf } from "../i18n/reasons.ts";
import type { Page } from "../site/page.ts";
import { linked, numeral, sorted, type TableCell, type TableData } from "../site/table.ts";
import { idOfWait, nameOfWait, type Wait, waitsOf } from "../site/waiting.ts";
import { columnName } from "./column-name.ts";
import { daysLate, type ExportContent, type ExportReport, type Slip } from "./exports.ts";
import { reasonAddress } from "./reasons.ts";
import { store } from "./store.ts";
import { tableOf } from "./tables.ts";

/** Of many places so many are named. */
const FIRST = 3;

/** The files of one table that matter for freshness: the one that reaches furthest. */
const latestOf = (reports: readonly ExportReport[]) =>
  [...Map.groupBy(reports, ({ table }) => table).values()].map(
    (files) => [...files].sort((a, b) => ((a.to ?? "") < (b.to ?? "") ? 1 : -1))[0] as ExportReport,
  );

const contents = (): ExportContent[] => store.reports.exports.flatMap(({ content }) => content ?? []);

const recordsRead = () => contents().reduce((all, { read }) => all + read, 0);

/** "14 files, 81,234 records read: …", with every outcome that occurs. */
export function readingSummary(page: Page): string {
  const { summary, counted, outcomes } = page.words.dataPage;
  const counts = sumOfOutcomes(contents());
  const occurring = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const told = occurring.map((outcome) => counted(outcomes[outcome], page.count(counts[outcome])));
  return summary(page.count(store.reports.exports.length), page.count(recordsRead()), page.listed(told));
}

/** How many exports keep their rhythm, and what share of the records could be used. */
export function freshnessSummary(page: Page): string {
  const latest = latestOf(store.reports.exports);
  const stale = latest.filter((report) => (daysLate(report, page.asOf, store.config.stale_after) ?? 0) > 0).length;
  const { rejected } = sumOfOutcomes(contents());
  const { stillFresh, completeness } = page.words.dataPage;
  const usable = recordsRead() === 0 ? null : 1 - rejected / recordsRead();
  return page.joined(stillFresh(stale, latest.length), completeness(page.value(usable, "share", { digits: 2 })));
}

function freshness(page: Page, report: ExportReport, latest: readonly ExportReport[]): string {
  const { fresh, rhythm, stale } = page.words.dataPage;
  const days = daysLate(report, page.asOf, store.config.stale_after);
  if (!latest.includes(report) || days === null) return rhythm[report.rhythm];
  return page.clauses(rhythm[report.rhythm], days > 0 ? stale(days) : fresh);
}

/** A number of what is in a file; a dash where it is not published. */
function contentCell(page: Page, content: ExportContent | null, of: (content: ExportContent) => number, unit = ""): TableCell {
  return content ? numeral(`${page.count(of(content))}${unit}`, of(content)) : numeral(page.words.missing);
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
      ...OUTCOMES.map((outcome) => numeral(words.outcomes[outcome])),
      words.until,
      words.freshness,
      numeral(words.size),
      words.hash,
    ],
    rows: store.reports.exports.map((report) => [
      report.file,
      page.say(tableOf(report.table).label),
      page.say(report.system),
      contentCell(page, report.content, ({ read }) => read),
      ...OUTCOMES.map((outcome) => contentCell(page, report.content, (content) => content[outcome])),
      report.to ? sorted(page.dayName(report.to), report.to) : page.words.missing,
      freshness(page, report, latest),
      contentCell(page, report.content, ({ bytes }) => Math.ceil(bytes / 1000), " kB"),
      report.content?.sha256.slice(0, 12) ?? page.words.missing,
    ]),
  };
}

/** Why records were rejected, by file and column. */
export const rejectsTable = (page: Page): TableData => reasonsTable(page, page.words.dataPage.reasons, ({ reasons }) => reasons);

/** Why single values of accepted records were dropped, by file and column. */
export const droppedTable = (page: Page): TableData => reasonsTable(page, page.words.dataPage.dropped, ({ dropped }) => dropped);

function reasonsTable(page: Page, caption: string, reasonsOf: (content: ExportContent) => ExportContent["reasons"]): TableData {
  const { dataPage: words } = page.words;
  return {
    caption,
    head: [words.file, words.column, words.reason, numeral(words.count)],
    rows: store.reports.exports.flatMap((report) =>
      (report.content ? reasonsOf(report.content) : []).map(({ column, reason, count: records }) => [
        report.file,
        columnName(page, report.table, column),
        linked(
          expectedOf(reason, page.locale, (name) => columnName(page, report.table, name)),
          reasonAddress(page, reason.code),
        ),
        numeral(page.count(records), records),
      ]),
    ),
  };
}

/** How many records of each file have a day or time after the as-of day. */
export function beyondTable(page: Page): TableData {
  const { dataPage: words } = page.words;
  return {
    caption: words.beyond,
    head: [words.file, words.table, numeral(words.count)],
    rows: store.reports.exports
      .map(({ content, ...report }) => ({ ...report, ahead: content?.ahead ?? 0 }))
      .filter(({ ahead }) => ahead > 0)
      .map(({ file, table, ahead }) => [file, page.say(tableOf(table).label), numeral(page.count(ahead), ahead)]),
  };
}

/** The lines of the first slips. */
function firstLines(page: Page, slips: readonly Slip[]): string {
  const lines = slips.slice(0, FIRST).map(({ line }) => page.count(line));
  return [...lines, ...(slips.length > FIRST ? ["…"] : [])].join(" · ");
}

/** Where the dates stand that lie so far from all others that they may be slips; not what they say, which is a record's own. */
export function slipsTable(page: Page): TableData {
  const { dataPage: words } = page.words;
  const places = Map.groupBy(store.reports.slips, ({ file, column }) => `${column} ${file}`);
  return {
    caption: words.slips,
    head: [words.file, words.column, numeral(words.count), numeral(words.line)],
    rows: [...places.values()].map((slips) => {
      const { table, file, line, column } = slips[0] as Slip;
      const records = numeral(page.count(slips.length), slips.length);
      return [file, columnName(page, table, column), records, numeral(firstLines(page, slips), line)];
    }),
  };
}

/** Tables that no export feeds and columns in which no record has what a metric needs, and the metrics that wait for them. */
export function missingTable(page: Page): TableData {
  const { dataPage: words } = page.words;
  const waiting = page.site.metrics.map((metric) => ({ metric, waits: waitsOf(page.site, metric) }));
  const tables = store.reports.missing.map((table): Wait => ({ table, column: null, value: null }));
  const columns = waiting.flatMap(({ waits }) => waits.filter(({ column }) => column !== null));
  const all = new Map([...tables, ...columns].map((wait) => [idOfWait(wait), wait]));
  const metricsOf = (id: string) => waiting.filter(({ waits }) => waits.some((wait) => idOfWait(wait) === id)).map(({ metric }) => metric);
  return {
    caption: words.missing,
    head: [words.table, words.waiting],
    rows: [...all].map(([id, wait]) => [nameOfWait(page, wait), page.listed(metricsOf(id).map(({ label }) => page.say(label)))]),
  };
}
