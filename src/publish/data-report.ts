import { OUTCOMES, type Outcomes, recordsOf, shownOutcomes, sumOfOutcomes } from "../core/outcomes.ts";
import { daysLate } from "../core/rhythms.ts";
import type { ExportContent, ExportReport, ExportReports, Slip } from "../data/export-reports.ts";
import { reasonWordsOf } from "../i18n/languages.ts";
import { expectedOf } from "../i18n/reasons.ts";
import type { Page } from "../site/ask/page.ts";
import { linked, numeral, sorted, type TableCell, type TableData } from "../site/say/table.ts";
import { columnName } from "./column-name.ts";
import { reasonAddress } from "./reasons.ts";
import { tableOf } from "./tables.ts";

/** Of many places so many are named. */
const FIRST = 3;

/** The files of one table that matter for freshness: the one that reaches furthest. */
const latestOf = (reports: readonly ExportReport[]) =>
  [...Map.groupBy(reports, ({ table }) => table).values()].map(
    (files) => [...files].sort((a, b) => ((a.to ?? "") < (b.to ?? "") ? 1 : -1))[0] as ExportReport,
  );

/** A file, and which sheet of it where a table takes several. */
const fileName = ({ file, sheet }: ExportReport) => (sheet === null ? file : `${file} / ${sheet}`);

const countsOf = (exports: ExportReports["exports"]): Outcomes => sumOfOutcomes(exports.flatMap(({ content }) => content ?? []));

/** "14 files, 81,234 records read: …", with every outcome that occurs. */
export function readingSummary(page: Page, reports: ExportReports): string {
  const { summary, shared, counted, outcomes } = page.words.dataPage;
  const counts = countsOf(reports.exports);
  const occurring = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const parts = occurring.map((outcome) => counted(outcomes[outcome], page.count(counts[outcome])));
  const files = new Set(reports.exports.map(({ file }) => file)).size;
  const said = summary(page.count(files), page.count(recordsOf(counts)), page.listed(parts));
  const read = new Set(reports.exports.map(fileName)).size;
  return page.paragraph(said, read < reports.exports.length ? shared : "");
}

/** The table that lost the largest share of the records that were to count, and that share; null where none was rejected. */
function mostRejected(exports: ExportReports["exports"]): { table: string; share: number } | null {
  const tables = [...Map.groupBy(exports, ({ table }) => table)].map(([table, own]) => {
    const { accepted, rejected } = countsOf(own);
    return { table, share: rejected === 0 ? 0 : rejected / (accepted + rejected) };
  });
  const [most] = tables.sort((a, b) => b.share - a.share);
  return most && most.share > 0 ? most : null;
}

/** How many exports are as fresh as their rhythm asks, and which table lost most of its records; one is stale when it ends `staleAfter` rhythms before the as-of day. */
export function freshnessSummary(page: Page, reports: ExportReports, staleAfter: number): string {
  const latest = latestOf(reports.exports);
  const stale = latest.filter((report) => (daysLate(report, page.asOf, staleAfter) ?? 0) > 0).length;
  const { stillFresh, noneRejected, rejectedMost } = page.words.dataPage;
  const most = mostRejected(reports.exports);
  const lost = most ? rejectedMost(page.say(tableOf(most.table).label), page.value(most.share, "share", { digits: 2 })) : noneRejected;
  return page.joined(stillFresh(stale, latest.length), lost);
}

/** The rhythm of an export, and whether it kept it; `days` are those by which it is late, null where that is not judged. */
function freshness(page: Page, { rhythm }: ExportReport, days: number | null): string {
  const { fresh, rhythm: names, stale } = page.words.dataPage;
  return days === null ? names[rhythm] : page.clauses(names[rhythm], days > 0 ? stale(days) : fresh);
}

/** A number of what is in a file; a dash where it is not published. */
function contentCell(page: Page, content: ExportContent | null, of: (content: ExportContent) => number, unit = ""): TableCell {
  return content ? numeral(`${page.count(of(content))}${unit}`, of(content)) : numeral(page.words.missing);
}

/** Every file that was read; an export is stale when it ends `staleAfter` rhythms before the as-of day. */
export function exportsTable(page: Page, { exports }: ExportReports, staleAfter: number): TableData {
  const { dataPage: words } = page.words;
  const latest = latestOf(exports);
  const shown = shownOutcomes(countsOf(exports));
  const late = (report: ExportReport) => (latest.includes(report) ? daysLate(report, page.asOf, staleAfter) : null);
  return {
    caption: words.title,
    head: [
      words.file,
      words.table,
      words.system,
      numeral(words.read),
      ...shown.map((outcome) => numeral(words.outcomes[outcome])),
      words.until,
      words.freshness,
      numeral(words.size),
      words.hash,
    ],
    rows: exports.map((report) => [
      fileName(report),
      page.say(tableOf(report.table).label),
      page.say(report.system),
      contentCell(page, report.content, ({ read }) => read),
      ...shown.map((outcome) => contentCell(page, report.content, (content) => content[outcome])),
      report.to ? sorted(page.dayName(report.to), report.to) : page.words.missing,
      freshness(page, report, late(report)),
      contentCell(page, report.content, ({ bytes }) => Math.ceil(bytes / 1000), " kB"),
      report.content?.sha256.slice(0, 12) ?? page.words.missing,
    ]),
  };
}

/** Why records were rejected, by file and column. */
export const rejectsTable = (page: Page, { exports }: ExportReports): TableData =>
  reasonsTable(page, exports, { caption: page.words.dataPage.reasons, reasonsOf: ({ reasons }) => reasons });

/** Why single values of accepted records were dropped, by file and column. */
export const droppedTable = (page: Page, { exports }: ExportReports): TableData =>
  reasonsTable(page, exports, { caption: page.words.dataPage.dropped, reasonsOf: ({ dropped }) => dropped });

interface ReasonsOptions {
  caption: string;
  reasonsOf: (content: ExportContent) => ExportContent["reasons"];
}

function reasonsTable(page: Page, exports: readonly ExportReport[], { caption, reasonsOf }: ReasonsOptions): TableData {
  const { dataPage: words } = page.words;
  return {
    caption,
    head: [words.file, words.column, words.reason, numeral(words.count)],
    rows: exports.flatMap((report) =>
      (report.content ? reasonsOf(report.content) : []).map(({ column, reason, count: records }) => [
        fileName(report),
        columnName(page, report.table, column),
        linked(
          expectedOf(reason, reasonWordsOf(page.language.locale), (name) => columnName(page, report.table, name)),
          reasonAddress(page, reason.code),
        ),
        numeral(page.count(records), records),
      ]),
    ),
  };
}

/** How many records of each file have a day or time after the as-of day. */
export function beyondTable(page: Page, { exports }: ExportReports): TableData {
  const { dataPage: words } = page.words;
  return {
    caption: words.beyond,
    head: [words.file, words.table, numeral(words.count)],
    rows: exports
      .map((report) => ({ file: fileName(report), table: report.table, ahead: report.content?.ahead ?? 0 }))
      .filter(({ ahead }) => ahead > 0)
      .map(({ file, table, ahead }) => [file, page.say(tableOf(table).label), numeral(page.count(ahead), ahead)]),
  };
}

/** Settings with words that no record has, and how many. */
export function idleTable(page: Page, { idle }: ExportReports): TableData {
  const { dataPage: words } = page.words;
  return {
    caption: words.idle,
    head: [words.table, words.setting, words.column, numeral(words.idleWords)],
    rows: idle.map(({ table, setting, column, words: count }) => [
      page.say(tableOf(table).label),
      setting,
      setting === "values" ? columnName(page, table, column) : column,
      numeral(page.count(count), count),
    ]),
  };
}

/** The lines of the first slips. */
function firstLines(page: Page, slips: readonly Slip[]): string {
  const lines = slips.slice(0, FIRST).map(({ line }) => page.count(line));
  return [...lines, ...(slips.length > FIRST ? ["…"] : [])].join(" · ");
}

/** Where the dates stand that lie so far from all others that they may be slips; not what they say, which is a record's own. */
export function slipsTable(page: Page, { slips }: ExportReports): TableData {
  const { dataPage: words } = page.words;
  const places = Map.groupBy(slips, ({ file, column }) => `${column} ${file}`);
  return {
    caption: words.slips,
    head: [words.file, words.column, numeral(words.count), numeral(words.line)],
    rows: [...places.values()].map((ofPlace) => {
      const { table, file, line, column } = ofPlace[0] as Slip;
      const records = numeral(page.count(ofPlace.length), ofPlace.length);
      return [file, columnName(page, table, column), records, numeral(firstLines(page, ofPlace), line)];
    }),
  };
}
