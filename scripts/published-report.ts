import type { ExportReport } from "../src/build/exports.ts";
import type { FileReport } from "./stage/file-report.ts";

/** From when to when a file tells, and how many of its records have a moment after the as-of day. */
export type Extent = Pick<ExportReport, "from" | "to" | "ahead">;

/** What of the report on a file leaves the build: the one place that decides it. */
export const publishedReport = ({ seconds: _, span: __, ...report }: FileReport, extent: Extent): ExportReport => ({
  ...report,
  ...extent,
});
