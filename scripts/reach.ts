import { daysLate, type ExportReport } from "../src/build/exports.ts";
import type { Table } from "../src/core/contract.ts";
import { DataError } from "../src/core/errors.ts";
import { type Month, parseMonth } from "../src/core/periods.ts";
import type { SiteConfig } from "../src/core/site-config.ts";

/** From when to when the exports tell. */
export interface Reach {
  /** First month of any. */
  first: Month;
  /** ISO day up to which the data as a whole tell. */
  asOf: string;
  /** ISO day up to which a table tells: all the way while its export is fresh, else up to its latest record. */
  untilOf(table: string): string;
}

const DAY = 86_400_000;
/** A latest day so far beyond that of every other table is a slip of the pen, and so is a first day so long ago. */
const IMPLAUSIBLE_DAYS = { ahead: 366, ago: 366 * 30 };

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;

function refuse(report: ExportReport, found: string, expected: string): never {
  throw new DataError("a date is not plausible; correct the record, or say `as_of` in site.yaml", [{ file: report.file, found, expected }]);
}

/** The latest report of each table, latest first; tables told by the quarter end in the future while it runs, and come in only alone. */
function latestReports(reports: readonly ExportReport[], contracts: readonly Table[]): (ExportReport & { to: string })[] {
  const isQuarterly = ({ table }: ExportReport) => {
    const contract = contracts.find(({ id }) => id === table);
    return contract?.columns[contract.time ?? ""]?.kind === "quarter";
  };
  const dated = reports.filter((report): report is ExportReport & { to: string } => report.to !== null);
  const daily = dated.filter((report) => !isQuarterly(report));
  const sorted = (daily.length > 0 ? daily : dated).sort((a, b) => (a.to < b.to ? 1 : -1));
  return [...new Map(sorted.toReversed().map((report) => [report.table, report])).values()].sort((a, b) => (a.to < b.to ? 1 : -1));
}

/** Reads off the reports how far the data reach. Throws a DataError on a date that cannot be meant, naming its file. */
export function reachOf(
  reports: readonly ExportReport[],
  contracts: readonly Table[],
  site: Pick<SiteConfig, "as_of" | "stale_after">,
): Reach {
  const [latest, next] = latestReports(reports, contracts);
  if (!latest) throw new Error("no export has a record with a date");
  const asOf = site.as_of ?? latest.to;
  if (!site.as_of && next && daysBetween(next.to, latest.to) > IMPLAUSIBLE_DAYS.ahead)
    refuse(latest, latest.to, `a day near ${next.to}, where the other exports end`);
  const start = reports.flatMap(({ from }) => from ?? []).sort()[0];
  if (start !== undefined && asOf < start) throw new Error(`as_of in site.yaml is before all data: ${asOf}; expected a day from ${start}`);
  const tooEarly = reports.find(({ from }) => from !== null && daysBetween(from, asOf) > IMPLAUSIBLE_DAYS.ago);
  if (tooEarly) refuse(tooEarly, tooEarly.from ?? "", `a day within thirty years of ${asOf}`);
  const first = reports.flatMap(({ from }) => from ?? []).sort()[0] ?? asOf;
  const untilOf = (table: string) => {
    const own = reports
      .filter((report) => report.table === table && report.to !== null)
      .sort((a, b) => ((a.to ?? "") < (b.to ?? "") ? 1 : -1))[0];
    return own?.to && (daysLate(own, asOf, site.stale_after) ?? 0) > 0 ? own.to : asOf;
  };
  return { first: parseMonth(first), asOf, untilOf };
}
