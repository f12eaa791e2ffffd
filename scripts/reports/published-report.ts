import type { Table } from "../../src/core/contract.ts";
import type { ExportContent, ExportReport } from "../../src/data/export-reports.ts";
import type { FileReport } from "../stage/file-report.ts";

/** From when to when a file reaches, and how many of its records have a moment after the as-of day. */
export type Extent = Pick<ExportReport, "from" | "to"> & Pick<ExportContent, "ahead">;

/** What of the report on a file leaves the build: the one place that decides it. */
export function publishedReport(
  { isProtected }: Table,
  { seconds: _, span: __, remarked: ___, file: name, path: file, sheet: place, ...report }: FileReport,
  extent: Extent,
): ExportReport {
  const { table, system, rhythm, format, encoding, ...content } = report;
  const sheet = name === file ? null : (place?.sheet ?? null);
  const { ahead, ...days } = extent;
  return { table, file, sheet, system, rhythm, format, encoding, content: isProtected ? null : { ...content, ahead }, ...days };
}
