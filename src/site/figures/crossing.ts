import { crossingOf } from "../../analysis/breakdown.ts";
import { heatChart } from "../../charts/heat.ts";
import { lifted } from "../../core/slice.ts";
import type { Result } from "../../cube/evaluate.ts";
import type { DimensionInfo } from "../../cube/manifest.ts";
import { askedOfAll } from "../asked.ts";
import { shownCell } from "../cells.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { nowName } from "../slice-names.ts";
import { numeral, sorted } from "../table.ts";
import { type FigureData, figureOf } from "./figure.ts";
import { isKept } from "./marks.ts";

/** What a crossing says that its metric alone does not: its title and sentence. */
interface CrossingWords {
  title?: string;
  sentence?: string | null;
  notes?: readonly string[];
}

/** Results of a metric by two dimensions, whose own filters are lifted. */
export const crossingResults = ({ site }: Page, { metric, slice, isAvailable }: MetricView, pair: readonly [string, string]): Result[] =>
  isAvailable ? crossingOf(site.cubes, metric, { slice: lifted(slice, pair), pair }) : [];

const keepsBoth = (
  page: Page,
  [down, across]: readonly [string, string],
  [row, column]: readonly [string, string],
): boolean | undefined => {
  const kept = [isKept(page, down, row), isKept(page, across, column)];
  return kept.every((each) => each === undefined) ? undefined : kept.every((each) => each !== false);
};

/** A metric by two dimensions at once, as a matrix; null without cells. */
export function crossing(page: Page, view: MetricView, pair: readonly [string, string], given: CrossingWords = {}): FigureData | null {
  const { metric } = view;
  const results = crossingResults(page, view, pair);
  if (results.length === 0) return null;
  const [down, across] = [page.dimension(pair[0]), page.dimension(pair[1])];
  const membersThatOccur = ({ id, members }: DimensionInfo) =>
    members.filter((member) => results.some((result) => result.members[id] === member.id));
  const [rows, columns] = [membersThatOccur(down), membersThatOccur(across)];
  const find = (row: string, column: string) => results.find(({ members }) => members[down.id] === row && members[across.id] === column);
  const corner = page.words.cross(page.say(down.label), page.say(across.label));
  const title = given.title ?? page.titled(page.say(metric.label), corner);
  const places = rows.flatMap((row) => columns.map((column) => ({ row, column, cell: find(row.id, column.id) })));
  const cells = places.map(({ row, column, cell }) => ({
    row: page.say(row.label),
    column: page.say(column.label),
    value: cell?.value ?? null,
    isHidden: cell?.isHidden ?? false,
    isSelected: keepsBoth(page, pair, [row.id, column.id]),
  }));
  const period = page.periodName(page.period);
  const options = { rows: rows.map(({ label }) => page.say(label)), columns: columns.map(({ label }) => page.say(label)), corner };
  return figureOf(page, view, {
    id: `${metric.id}-${pair.join("-").replaceAll("_", "-")}`,
    title,
    sentence: given.sentence ?? null,
    draw: (told) => heatChart(cells, { ...told, ...options }),
    marks: () =>
      places.map(({ row, column, cell }) => ({
        name: page.clauses(`${page.say(row.label)} × ${page.say(column.label)}`, period),
        lines: [page.shown(cell, metric.unit), ...(cell && !cell.isHidden ? [`n = ${page.count(cell.n)}`] : [])],
        choice: { members: { [down.id]: row.id, [across.id]: column.id } },
      })),
    table: () => ({
      caption: page.clauses(title, nowName(page, askedOfAll(view, pair))),
      head: [corner, ...columns.map(({ label }) => numeral(page.say(label)))],
      rows: rows.map((row) => [
        sorted(page.say(row.label), row.id),
        ...columns.map((column) => shownCell(page, find(row.id, column.id), metric.unit)),
      ]),
    }),
    notes: given.notes ?? [],
    hasHidden: results.some(({ isHidden }) => isHidden),
  });
}
