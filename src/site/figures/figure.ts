import { parseHTML } from "linkedom";
import type { Metric } from "../../cube/metric.ts";
import { systemsOf } from "../metric-view.ts";
import { address, type Page } from "../page.ts";
import type { TableData } from "../table.ts";

/** Chart, title, what it says, source, and its table. */
export interface FigureData {
  /** Unique on the page; links to the figure end in it. */
  id: string;
  title: string;
  /** What it says in a sentence; null where there is nothing to say. */
  sentence: string | null;
  /** The drawing as HTML. */
  chart: string;
  table: TableData;
  /** Number of cases, with what they are. */
  n: string | null;
  source: string;
  /** Address of its numbers as CSV. */
  csv: string;
  notes: readonly string[];
}

/** The document that charts are drawn in at build. */
export const { document: drawingDocument } = parseHTML("<!doctype html><html><body></body></html>");

/** "Source: CRM, PLM; data up to 18 Oct 2026" */
export const sourceLine = (page: Page, ...metrics: Metric[]): string =>
  page.words.source(page.listed([...new Set(metrics.flatMap((metric) => systemsOf(metric, page.locale)))]), page.dayName(page.asOf));

/** Address of a metric's numbers. */
export const csvOf = (metric: Metric): string => address(`metrics/${metric.id}.csv`);

/** "n = 312 (approved requirements)" */
export const casesLine = (page: Page, metric: Metric, n: number): string =>
  page.words.n(page.value(n, "count", { isBare: true }), page.say(metric.cases));

/** What is said where groups are hidden. */
export const hiddenNotes = (page: Page, isHidden: boolean): string[] => (isHidden ? [page.words.hiddenNote(page.minimumGroup)] : []);
