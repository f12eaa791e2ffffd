import { crossingOf } from "../../analysis/breakdown.ts";
import { heatChart } from "../../charts/heat.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { store } from "../store.ts";
import { numeral } from "../table.ts";
import { type FigureData, figureOf } from "./figure.ts";

/** What a crossing says that its metric alone does not: its title and sentence. */
export interface CrossingWords {
  title?: string;
  sentence?: string | null;
  notes?: readonly string[];
}

/** A metric by two dimensions at once in the page's period, as a matrix; null without cells. */
export function crossingFigure(
  page: Page,
  view: MetricView,
  pair: readonly [string, string],
  given: CrossingWords = {},
): FigureData | null {
  const { metric } = view;
  const results = crossingOf(store.cubes, metric, pair, page);
  if (results.length === 0) return null;
  const [down, across] = [page.dimension(pair[0]), page.dimension(pair[1])];
  const occurs = (dimension: string) => (member: { id: string }) => results.some(({ members }) => members[dimension] === member.id);
  const [rows, columns] = [down.members.filter(occurs(down.id)), across.members.filter(occurs(across.id))];
  const find = (row: string, column: string) => results.find(({ members }) => members[down.id] === row && members[across.id] === column);
  const corner = page.words.cross(page.say(down.label), page.say(across.label));
  const title = given.title ?? page.titled(page.say(metric.label), corner);
  const cells = rows.flatMap((row) =>
    columns.map((column) => {
      const cell = find(row.id, column.id);
      return { row: page.say(row.label), column: page.say(column.label), value: cell?.value ?? null, isHidden: cell?.isHidden ?? false };
    }),
  );
  const options = { rows: rows.map(({ label }) => page.say(label)), columns: columns.map(({ label }) => page.say(label)), corner };
  return figureOf(page, view, {
    id: `${metric.id}-${pair.join("-").replaceAll("_", "-")}`,
    title,
    sentence: given.sentence ?? null,
    draw: (told) => heatChart(cells, { ...told, ...options }),
    table: {
      caption: `${title}, ${page.periodName(page.period)}`,
      head: [corner, ...columns.map(({ label }) => numeral(page.say(label)))],
      rows: rows.map((row) => [page.say(row.label), ...columns.map((column) => numeral(page.shown(find(row.id, column.id), metric.unit)))]),
    },
    notes: given.notes ?? [],
    hasHidden: results.some(({ isHidden }) => isHidden),
  });
}
