import type { ExportReport } from "../src/build/exports.ts";
import type { FileReport } from "./stage/file-report.ts";

/** What of the report on a file leaves the build: the one place that decides it. */
export const publishedReport = ({ seconds: _, ...report }: FileReport): ExportReport => report;
