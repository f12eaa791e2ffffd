import type { Row } from "../analysis/breakdown.ts";
import type { Metric } from "../cube/metric.ts";
import type { MetricView } from "./metric-view.ts";
import type { Page } from "./page.ts";
import { measureOf } from "./sentences.ts";

/** The end of a breakdown that a reader should look at: the bad one, or the high one where neither way is better. */
function atBadEnd({ better }: Metric, rows: readonly Row[]): { isHigh: boolean; row: Row } | null {
  const [low, high] = [rows.at(-1), rows[0]];
  if (!low || !high) return null;
  const [lowest, highest] = [low.now.value ?? 0, high.now.value ?? 0];
  const isHigh = better === "nearer-zero" ? Math.abs(highest) >= Math.abs(lowest) : better !== "higher";
  return { isHigh, row: isHigh ? high : low };
}

/** Which member stands at the bad end, beside the whole and the others; null where no member has a value, all have the same, or all but one are hidden. */
export function breakdownSentence(page: Page, view: MetricView, dimension: string, rows: readonly Row[]): string | null {
  const { metric, standing } = view;
  const { sentences } = page.words;
  const shown = rows.filter(({ now }) => now.value !== null).sort((a, b) => (b.now.value ?? 0) - (a.now.value ?? 0));
  const [name, value] = [(row: Row) => page.member(dimension, row.member), (row: Row) => page.shown(row.now, metric.unit)];
  const end = atBadEnd(metric, shown);
  if (!end) return null;
  const others = shown.filter((row) => row !== end.row);
  const [first, last] = [others.at(-1), others[0]];
  if (!first && rows.some(({ now }) => now.isHidden)) return null;
  if (!first || !last) return sentences.onlyOne(page.say(page.dimension(dimension).label), name(end.row), value(end.row));
  if (shown.every((row) => value(row) === value(end.row))) return null;
  return sentences.extreme({
    ...{ member: name(end.row), measure: measureOf(metric), isHigh: end.isHigh, value: value(end.row), isPart: metric.value.isSum },
    whole: standing && standing.point.value !== null ? page.shown(standing.point, metric.unit) : null,
    others: others.length === 1 ? sentences.other(name(first), value(first)) : sentences.others(value(first), value(last)),
  });
}
