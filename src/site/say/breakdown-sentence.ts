import type { Row } from "../../analysis/breakdown.ts";
import type { Direction } from "../../analysis/direction.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Breakdown } from "../ask/breakdown.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { measureOf } from "./sentences.ts";
import { signalClause } from "./verdict-words.ts";

/** What is said of a breakdown by a dimension, or of some of its rows. */
interface Shown extends Pick<Breakdown, "asked" | "verdicts"> {
  dimension: string;
  rows: readonly Row[];
}

/** The end of a breakdown that a reader should look at: the bad one, or the high one where neither way is better. */
function atBadEnd({ better }: Metric, rows: readonly Row[]): { isHigh: boolean; row: Row } | null {
  const [low, high] = [rows.at(-1), rows[0]];
  if (!low || !high) return null;
  const [lowest, highest] = [low.now.value ?? 0, high.now.value ?? 0];
  const isHigh = better === "nearer-zero" ? Math.abs(highest) >= Math.abs(lowest) : better !== "higher";
  return { isHigh, row: isHigh ? high : low };
}

/** Which member stands at the bad end, beside the whole and the others; null where no member has a value, several have that, or all but one are hidden. */
function endSentence(page: Page, { metric, standing }: MetricView, { dimension, rows }: Shown): string | null {
  const { sentences } = page.words;
  const shown = rows.filter(({ now }) => now.value !== null).sort((a, b) => (b.now.value ?? 0) - (a.now.value ?? 0));
  const [name, value] = [(row: Row) => page.member(dimension, row.member), (row: Row) => page.shown(row.now, metric.unit)];
  const end = atBadEnd(metric, shown);
  if (!end) return null;
  const others = shown.filter((row) => row !== end.row);
  const [first, last] = [others.at(-1), others[0]];
  if (!first && rows.some(({ now }) => now.isHidden)) return null;
  if (!first || !last) return sentences.onlyOne(page.say(page.dimension(dimension).label), name(end.row), value(end.row));
  if (others.some((row) => value(row) === value(end.row))) return null;
  return sentences.extreme({
    ...{ member: name(end.row), measure: measureOf(metric), isHigh: end.isHigh, value: value(end.row), isPart: metric.value.isSum },
    whole: standing && standing.point.value !== null ? page.shown(standing.point, metric.unit) : null,
    others: others.length === 1 ? sentences.other(name(first), value(first)) : sentences.others(value(first), value(last)),
  });
}

/** So many signals are given with their reasons; those beyond are counted. */
const MOST_NAMED = 2;

const GRAVITY: Record<Direction, number> = { worse: 0, changed: 1, same: 1, better: 2 };

/** "West worsened: at 5.1 days since May 2026, above the 3.4 days before.", the worse first; empty without a signal among the rows. */
export function signalsSentence(page: Page, metric: Metric, { dimension, rows, asked, verdicts }: Shown): string {
  const { sentences } = page.words;
  const found = rows.flatMap(({ member }) => {
    const verdict = verdicts().get(member);
    return verdict?.direction ? [{ member: page.member(dimension, member), verdict, direction: verdict.direction }] : [];
  });
  if (found.length === 0) return "";
  found.sort((a, b) => GRAVITY[a.direction] - GRAVITY[b.direction] || (a.verdict.reason?.p ?? 1) - (b.verdict.reason?.p ?? 1));
  if (asked.isCompared) return sentences.differing(page.listed(found.map(({ member }) => member)));
  const parts = found
    .slice(0, MOST_NAMED)
    .map(({ verdict, ...each }) => ({ ...each, clause: signalClause(page, { metric, ...asked }, verdict) }));
  return sentences.signals(parts, found.length > MOST_NAMED ? page.count(found.length - MOST_NAMED) : null);
}

/** Which members stand out from chance, and which stands at the bad end; null where there is nothing to say. */
export function breakdownSentence(page: Page, view: MetricView, shown: Shown): string | null {
  const signals = signalsSentence(page, view.metric, shown);
  return page.paragraph(signals, endSentence(page, view, shown) ?? "") || null;
}
