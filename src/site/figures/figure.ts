import { parseHTML } from "linkedom";
import { chartPair } from "../../charts/pair.ts";
import type { ChartOptions } from "../../charts/svg.ts";
import type { FiscalStart } from "../../core/periods.ts";
import type { Unit } from "../../core/units.ts";
import type { Metric } from "../../cube/metric.ts";
import { type MetricView, systemsOf } from "../metric-view.ts";
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
const sourceLine = (page: Page, metrics: readonly Metric[]): string =>
  page.words.source(page.listed([...new Set(metrics.flatMap((metric) => systemsOf(metric, page.locale)))]), page.dayName(page.asOf));

/** Address of a metric's numbers. */
export const csvOf = (metric: Metric): string => address(`metrics/${metric.id}.csv`);

/** "n = 312 (approved requirements)" */
export const casesLine = (page: Page, metric: Metric, n: number): string => page.words.n(page.count(n), page.say(metric.cases));

/** What every chart of a figure is told. */
type Told = ChartOptions & { unit: Unit; fiscalStart: FiscalStart };

/** What is particular to a figure; the rest follows from its page and its metric. */
interface Particular {
  id: string;
  title: string;
  sentence: string | null;
  /** Draws it; called for a wide and a narrow column. */
  draw: (told: Told) => SVGElement;
  table: TableData;
  /** Cases that the figure rests on; by default those of the metric's value in the page's period. */
  n?: number;
  notes?: readonly string[];
  /** A hidden group is among what it shows. */
  hasHidden?: boolean;
  /** Metrics that it rests on besides its own. */
  besides?: readonly Metric[];
}

/** A figure of a metric, complete with its source, number of cases and download. */
export function figureOf(page: Page, { metric, standing }: MetricView, given: Particular): FigureData {
  const {
    id,
    title,
    sentence,
    draw,
    table,
    n = standing?.point.isHidden ? undefined : standing?.point.n,
    notes = [],
    hasHidden = false,
    besides = [],
  } = given;
  const told = {
    title,
    description: sentence ?? title,
    locale: page.locale,
    document: drawingDocument,
    unit: metric.unit,
    fiscalStart: page.fiscalStart,
    accent: metric.effect,
  };
  return {
    id,
    title,
    sentence,
    chart: chartPair(id, (size) => draw({ ...told, ...size })),
    table,
    n: n === undefined ? null : casesLine(page, metric, n),
    source: sourceLine(page, [metric, ...besides]),
    csv: csvOf(metric),
    notes: hasHidden ? [...notes, page.words.hiddenNote(page.minimumGroup)] : notes,
  };
}
