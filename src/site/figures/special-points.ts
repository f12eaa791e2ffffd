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
  const has = (isMeant: (point: (typeof points)[number]) => boolean) => points.some((point) => point.value !== null && isMeant(point));
  const line = page.joined(
    has(({ isComplete, hasSignal }) => isComplete && hasSignal) ? special : "",
    has(({ isComplete }) => !isComplete) ? open : "",
  );
  return line ? [line.charAt(0).toUpperCase() + line.slice(1)] : [];
}

/** Why a point of a trend stands out, for its tip: the verdict with its rule and, where it breaks one, the rule of the XmR chart. */
export function reasonColumns(page: Page, view: MetricView): Column<SeriesPoint>[] {
  const verdict = judged(page, view);
  const { span } = verdict;
  if (!isSignal(verdict) || span === null) return [];
  const { points, signals } = view.behaviour;
  const xmrOf = ({ period }: SeriesPoint) => {
    const broken = signals.find(({ at }) => points[at]?.period.start === period.start);
    return broken ? page.titled("XmR", page.words.verdicts.xmr[broken.rule]) : "";
  };
  const reasonOf = (point: SeriesPoint) => page.joined(signalReason(page, view, verdict), xmrOf(point));
  return [
    {
      head: page.words.verdict,
      cell: (point) => (point.isComplete && isWithin(point.period, span) ? reasonOf(point) : ""),
      isInTipOnly: true,
    },
  ];
}
