import type { SeriesPoint } from "../../analysis/series.ts";
import type { ChartOptions } from "../../charts/drawing.ts";
import type { FiscalStart, Period } from "../../core/periods.ts";
import type { Unit } from "../../core/units.ts";
import type { Metric } from "../../cube/metric.ts";
import { address } from "../address.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { provisionalNote } from "../say/provisional.ts";
import { againstName, nowName } from "../say/slice-names.ts";
import type { TableData } from "../say/table.ts";
import { factInfosOf, systemsOf } from "../site.ts";

/** What choosing a mark selects: its period, or its members by dimension. */
export type Choice = { period: Period } | { members: Readonly<Record<string, string>> };

/** One datum of a drawing, to point at and to choose. */
export interface Mark {
  /** What it is: a period, a member. */
  name: string;
  /** What it says: value, n, change. */
  lines: readonly string[];
  /** Null where there is nothing to select by it. */
  choice: Choice | null;
}

/** How large a chart is drawn, and whether its marks can be pointed at. */
export type Size = Pick<ChartOptions, "id" | "width" | "isLive">;

/** Chart, title, what it says, and its table. */
export interface FigureBody {
  /** Unique on the page; links to the figure end in it. */
  id: string;
  /** What it was made of: the page, or a part of what that is about. */
  page: Page;
  metric: Metric;
  /** In which its numbers are shown. */
  unit: Unit;
  title: string;
  /** What it says in a sentence; null where there is nothing to say. */
  sentence: string | null;
  draw(size: Size): SVGElement;
  /** In the order of the chart's data: `data-key` of a drawing's targets counts in it. */
  marks(): readonly Mark[];
  table(): TableData;
  /** Number of cases, with what they are. */
  n: string | null;
  /** Address of all numbers of the metric as CSV. */
  csv: string;
  notes: readonly string[];
  /** What its numbers are compared with is among them. */
  isComparing: boolean;
}

/** A figure with where its numbers come from. */
export interface FigureData extends FigureBody {
  /** The metrics that it shows. */
  metrics: readonly Metric[];
  source: string;
  /** The systems alone: "CRM, PLM" */
  systems: string;
}

/** The source of what some metrics show. */
export function sourceOf(page: Page, metrics: readonly Metric[]): Pick<FigureData, "metrics" | "source" | "systems"> {
  const systems = page.listed([...new Set(metrics.flatMap((metric) => systemsOf(page.site, metric)).map(page.say))]);
  return { metrics, systems, source: page.words.source(systems, page.dayName(page.asOf)) };
}

/** Address of a metric's numbers. */
export const csvOf = (metric: Metric): string => address(`metrics/${metric.id}.csv`);

/** "n = 312 (approved requirements)" */
export const casesLine = (page: Page, metric: Metric, n: number): string => page.words.n(page.count(n), page.say(metric.cases));

/** "promises cancelled before they fell due, left out: 4"; empty where nothing is. */
export function remarkLine(page: Page, { remark }: Metric, point: Pick<SeriesPoint, "remark"> | undefined): string {
  if (!remark || !point?.remark) return "";
  return page.words.remark(
    page.say(remark.label),
    remark.unit === "count" ? page.count(point.remark) : page.value(point.remark, remark.unit),
  );
}

/** What every chart of a figure is given. */
type Common = ChartOptions & { unit: Unit; fiscalStart: FiscalStart };

/** What is particular to a figure; the rest follows from its page and its metric. */
interface Particular {
  id: string;
  title: string;
  /** In which its numbers are shown; by default that of the metric. */
  unit?: Unit;
  sentence: string | null;
  draw: (common: Common) => SVGElement;
  marks: () => readonly Mark[];
  table: () => TableData;
  /** Cases that the figure rests on; by default those of the metric's value in the page's slice. */
  n?: number;
  notes?: readonly string[];
  /** A hidden group is among what it shows. */
  hasHidden?: boolean;
  /** A number that is published as a limit is among what it shows. */
  hasBounds?: boolean;
  /** A provisional value is among what it shows; by default where the metric's value in the page's slice, or what it is compared with, is one. */
  hasProvisional?: boolean;
  /** It shows what the reader compares with; a figure that does not says so. */
  isComparing?: boolean;
}

/** "Not filtered by region: … is not recorded by region." */
const lackingNotes = (page: Page, metric: Metric, lacking: readonly string[]): string[] =>
  lacking.map((id) => page.words.selection.lacking(page.say(page.dimension(id).label), page.say(metric.label)));

/** The same of what the reader chose to compare with: "2025 Q3: n = 287"; empty without such a choice, and where it has none. */
function casesAgainst(page: Page, view: MetricView): string {
  const previous = view.isCompared ? view.standing?.previous : null;
  return previous ? page.titled(againstName(page, view), `n = ${page.cases(previous)}`) : "";
}

/** A figure of a metric, complete with its number of cases and download. */
export function figureOf(page: Page, view: MetricView, given: Particular): FigureBody {
  const { metric, standing } = view;
  const {
    unit = metric.unit,
    n = standing?.point.isHidden ? undefined : standing?.point.n,
    notes = [],
    hasHidden = false,
    hasBounds = false,
    isComparing = false,
    hasProvisional = [standing?.point, isComparing ? standing?.previous : null].some((point) => point?.isProvisional),
  } = given;
  const common = {
    title: given.title,
    description: given.sentence ?? given.title,
    words: page.words,
    forms: page.forms,
    document: page.document,
    unit,
    fiscalStart: page.fiscalStart,
    accent: page.accentOf(metric),
  };
  return {
    id: given.id,
    page,
    metric,
    unit,
    title: given.title,
    sentence: given.sentence,
    draw: (size) => given.draw({ ...common, ...size }),
    marks: given.marks,
    table: given.table,
    n:
      n === undefined
        ? null
        : page.joined(
            casesLine(page, metric, n),
            given.n === undefined ? remarkLine(page, metric, standing?.point) : "",
            isComparing ? casesAgainst(page, view) : "",
          ),
    csv: csvOf(metric),
    isComparing,
    notes: [
      ...notes,
      ...(hasHidden ? hiddenNotes(page, metric) : []),
      ...(view.isCompared && isComparing && view.isUnequal
        ? [page.words.selection.unequal(nowName(page, view), againstName(page, view))]
        : []),
      ...(hasBounds ? [page.words.boundNote] : []),
      ...(hasProvisional ? [provisionalNote(page)] : []),
      ...(view.isCompared && !isComparing ? [page.words.selection.alone(againstName(page, view))] : []),
      ...lackingNotes(page, metric, view.lacking),
    ],
  };
}

/** Says which groups of a metric are hidden, and why; none for a metric that shows every group. */
function hiddenNotes(page: Page, metric: Metric): string[] {
  const sets = new Set(factInfosOf(page.site, metric).flatMap(({ pooling }) => pooling?.set ?? []));
  return [...sets].map((set) => page.words.hiddenNotes[set](page.minimums[set]));
}
