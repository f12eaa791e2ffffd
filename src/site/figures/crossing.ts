import { crossingOf, crossingOfOthers, OTHERS } from "../../analysis/breakdown.ts";
import { partLargest } from "../../analysis/largest.ts";
import { heatChart } from "../../charts/heat.ts";
import { lifted } from "../../core/slice.ts";
import type { Result } from "../../cube/evaluate.ts";
import type { DimensionInfo } from "../../data/manifest.ts";
import { askedOfAll } from "../asked.ts";
import { shownCell } from "../cells.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { nowName } from "../slice-names.ts";
import { numeral, sorted } from "../table.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { casesOfSize, isKept, namedNote, othersOf, type ShownMember, sizeIn } from "./shown-members.ts";

/** What a crossing says that its metric alone does not: its title and sentence. */
interface CrossingWords {
  title?: string;
  sentence?: string | null;
  notes?: readonly string[];
}

/** Results of a metric by two dimensions, whose own filters are lifted. */
export const crossingResults = ({ site }: Page, { metric, slice, isAvailable }: MetricView, pair: readonly [string, string]): Result[] =>
  isAvailable ? crossingOf(site.cubes, metric, { slice: lifted(slice, pair), pair }) : [];

/** A row or a column of the drawing. */
interface Line extends Pick<ShownMember, "name" | "isSelected"> {
  /** `OTHERS` for the members that are not named. */
  id: string;
}

/** The members of a dimension along a side of a matrix. */
interface Side {
  /** Those that occur, in their order. */
  members: { id: string; name: string }[];
  /** As they are drawn. */
  lines: Line[];
  /** Those that are drawn as one. */
  others: string[];
}

/** The members of a dimension that occur in results; where there are many, the largest are drawn, and the others as one. */
function sideOf(page: Page, { metric }: MetricView, { id: dimension, members }: DimensionInfo, results: readonly Result[]): Side {
  const sizes = new Map<string | undefined, number>();
  for (const result of results) {
    const member = result.members[dimension];
    sizes.set(member, (sizes.get(member) ?? 0) + sizeIn(metric, result));
  }
  const all = members
    .filter(({ id }) => sizes.has(id))
    .map(({ id, label }) => ({ id, name: page.say(label), isSelected: isKept(page, dimension, id) }));
  const { named, others } = partLargest(all, {
    sizeOf: ({ id }) => sizes.get(id) ?? 0,
    isChosen: ({ isSelected }) => isSelected === true,
  });
  const ids = others.map(({ id }) => id);
  const last = ids.length > 0 ? [{ ...othersOf(page, dimension, ids), id: OTHERS }] : [];
  return { members: all, lines: [...named, ...last], others: ids };
}

/** Whether a reader chose both a row and a column; undefined where neither is chosen among. */
function areBothKept({ isSelected: row }: Line, { isSelected: column }: Line): boolean | undefined {
  return row === undefined && column === undefined ? undefined : row !== false && column !== false;
}

/** A metric by two dimensions at once, as a matrix; null without cells. */
export function crossing(page: Page, view: MetricView, pair: readonly [string, string], given: CrossingWords = {}): FigureBody | null {
  const { metric, slice } = view;
  const results = crossingResults(page, view, pair);
  if (results.length === 0) return null;
  const [down, across] = [page.dimension(pair[0]), page.dimension(pair[1])];
  const [rows, columns] = [sideOf(page, view, down, results), sideOf(page, view, across, results)];
  const ofOthers = crossingOfOthers(page.site.cubes, metric, { slice: lifted(slice, pair), pair }, [rows.others, columns.others]);
  const byMembers = new Map([...results, ...ofOthers].map((each) => [JSON.stringify(pair.map((id) => each.members[id])), each]));
  const find = (row: string, column: string) => byMembers.get(JSON.stringify([row, column]));
  const corner = page.words.cross(page.say(down.label), page.say(across.label));
  const title = given.title ?? page.titled(page.say(metric.label), corner);
  const places = rows.lines.flatMap((row) => columns.lines.map((column) => ({ row, column, cell: find(row.id, column.id) })));
  const cells = places.map(({ row, column, cell }) => ({
    row: row.name,
    column: column.name,
    value: cell?.value ?? null,
    isHidden: cell?.isHidden ?? false,
    bound: cell?.bound,
    isSelected: areBothKept(row, column),
  }));
  const period = page.periodName(page.period);
  const options = { rows: rows.lines.map(({ name }) => name), columns: columns.lines.map(({ name }) => name), corner };
  const isNamed = ({ row, column }: (typeof places)[number]) => row.id !== OTHERS && column.id !== OTHERS;
  return figureOf(page, view, {
    id: `${metric.id}-${pair.join("-").replaceAll("_", "-")}`,
    title,
    sentence: given.sentence ?? null,
    draw: (common) => heatChart(cells, { ...common, ...options }),
    // a tip for each cell that is drawn; in the table every member has a row or a column of its own
    marks: () =>
      places.map((place) => ({
        name: page.clauses(`${place.row.name} × ${place.column.name}`, period),
        lines: [page.shown(place.cell, metric.unit), ...(place.cell && !place.cell.isHidden ? [`n = ${page.count(place.cell.n)}`] : [])],
        choice: isNamed(place) ? { members: { [down.id]: place.row.id, [across.id]: place.column.id } } : null,
      })),
    table: () => ({
      caption: page.clauses(title, nowName(page, askedOfAll(view, pair))),
      head: [corner, ...columns.members.map(({ name }) => numeral(name))],
      rows: rows.members.map((row) => [
        sorted(row.name, row.id),
        ...columns.members.map((column) => shownCell(page, find(row.id, column.id), metric.unit)),
      ]),
    }),
    notes: [...(given.notes ?? []), ...namedNote(page, Math.max(rows.members.length, columns.members.length), casesOfSize(page, metric))],
    hasHidden: results.some(({ isHidden }) => isHidden),
    hasBounds: results.some(({ bound }) => bound !== "exact"),
  });
}
