import { sparkline } from "../../charts/sparkline.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { isSignal, judged } from "../ask/verdicts.ts";
import { casesLine } from "../figures/figure.ts";
import { limitsOf, trendPoints } from "../figures/trend-marks.ts";
import { definePart, type LivePart, textPart } from "../kind.ts";
import { lackingWords, metricSentence, standingWords, targetStanding } from "../say/sentences.ts";
import { lineOf } from "../say/verdict-words.ts";
import { waitingSentence } from "../say/waiting.ts";

const part = (make: (page: Page, view: MetricView) => LivePart) =>
  definePart({ takes: ["metric"], needs: ({ metric }) => [metric], make: (page, { metric }) => make(page, page.view(metric)) });

/** "▼ below its usual 82.1%", "○ usual"; empty where there is nothing to judge. */
function signalPart(page: Page, view: MetricView): LivePart {
  if (!view.trial) return textPart("");
  const verdict = judged(page, view);
  return textPart(lineOf(page, view, verdict), verdict.direction ?? undefined);
}

/** The same; empty where nothing stands out from chance. */
const movedPart = (page: Page, view: MetricView): LivePart => (isSignal(judged(page, view)) ? signalPart(page, view) : textPart(""));

function targetPart(page: Page, view: MetricView): LivePart {
  const { words, isMissed } = targetStanding(page, view);
  return textPart(words, isMissed ? "missed" : undefined);
}

/** A sparkline shows this many points. */
const POINTS = 24;

/** Without a value, a dash. */
function sparklinePart(page: Page, view: MetricView): LivePart {
  const { metric, behaviour, target } = view;
  const points = trendPoints(page, view).slice(-POINTS);
  if (points.every(({ value }) => value === null)) return textPart(page.words.missing);
  const last = behaviour.points.at(-1);
  const drawing = sparkline(points, {
    id: `${metric.id}-spark`,
    title: page.titled(page.say(metric.label), page.words.trendTitle),
    description: "",
    words: page.words,
    forms: page.forms,
    document: page.document,
    accent: page.accentOf(metric),
    limits: limitsOf(view).at(-1),
    target: last ? (target(last.period) ?? undefined) : undefined,
  });
  return { drawing };
}

/** What a metric says. */
export default {
  /** In a sentence; of one that cannot be computed, what it waits for. */
  answer: part((page, view) => textPart(view.isAvailable ? metricSentence(page, view) : waitingSentence(page, view.metric))),
  standing: part((page, view) => textPart(standingWords(page, view))),
  value: part((page, { metric, standing }) => textPart(page.shown(standing?.point, metric.unit))),
  /** "+0.9 days"; empty without a change. Whether it means anything is the verdict's to say. */
  change: part((page, { metric, standing }) =>
    textPart(standing?.change ? page.change(standing.change.absolute, metric.unit, { bound: standing.change.bound }) : ""),
  ),
  signal: part(signalPart),
  moved: part(movedPart),
  target: part(targetPart),
  /** "n = 312 (approved requirements)" */
  cases: part((page, { metric, standing }) =>
    textPart(standing && !standing.point.isHidden ? casesLine(page, metric, standing.point.n) : ""),
  ),
  /** The number alone. */
  n: part((page, { standing }) => textPart(page.cases(standing?.point))),
  /** By which of the reader's filters it is not filtered. */
  lacking: part((page, view) => textPart(lackingWords(page, view))),
  /** Its last points, as a small drawing. */
  sparkline: part(sparklinePart),
};
