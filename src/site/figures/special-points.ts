import type { SeriesPoint } from "../../analysis/series.ts";
import type { TrendPoint } from "../../charts/trend.ts";
import { isWithin } from "../../core/periods.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { isSignal, judged } from "../ask/verdicts.ts";
import { signalReason } from "../say/verdict-words.ts";
import type { Column } from "./rows.ts";

/** What large and hollow dots mean, in one line, where a trend has such; none where it has neither. */
export function dotsNote(page: Page, points: readonly Pick<TrendPoint, "value" | "isComplete" | "hasSignal">[]): string[] {
  const { special, open } = page.words.charts.dots;
  const shown = points.filter(({ value }) => value !== null);
  const line = page.joined(
    shown.some(({ isComplete, hasSignal }) => isComplete && hasSignal) ? special : "",
    shown.some(({ isComplete }) => !isComplete) ? open : "",
  );
  return line ? [line.charAt(0).toUpperCase() + line.slice(1)] : [];
}

/** Why a point of a trend stands out, for its tip: the verdict with its rule and, where it breaks one, the rule of the XmR chart. */
export function reasonColumns(page: Page, view: MetricView): Column<SeriesPoint>[] {
  const verdict = judged(page, view);
  const { span } = verdict;
  if (!isSignal(verdict) || span === null) return [];
  const { points, signals } = view.behaviour;
  const broken = new Map(signals.map(({ at, rule }) => [points[at]?.period.start, rule]));
  const about = (point: SeriesPoint, text: string) => (point.isComplete && isWithin(point.period, span) ? text : "");
  const inTip = (head: string, cell: (point: SeriesPoint) => string): Column<SeriesPoint> => ({ head, cell, isInTipOnly: true });
  return [
    inTip(page.words.verdict, (point) => about(point, signalReason(page, view, verdict))),
    inTip("XmR", (point) => {
      const rule = broken.get(point.period.start);
      return rule ? about(point, page.words.verdicts.xmr[rule]) : "";
    }),
  ];
}
