import { sparkline } from "../../charts/sparkline.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { isSignal, judged } from "../ask/verdicts.ts";
import { limitsOf, trendPoints } from "../figures/trend-marks.ts";
import { definePart, type LivePart, textPart } from "../kind.ts";
import { carriedName, carriedSentence } from "../say/carried-sentence.ts";
import { metricHref } from "../say/metric-link.ts";
import { conclusionOf } from "../say/overview.ts";
import { isSplitUp, metricSentence, targetStanding } from "../say/sentences.ts";
import { stateName, verdictClause } from "../say/verdict-words.ts";
import { waitingSentence } from "../say/waiting.ts";
import type { Site } from "../site.ts";

/** Ids of the metrics of the topic of one. */
const topicOfMetric = ({ metrics }: Pick<Site, "metrics">, id: string): string[] => {
  const topic = metrics.find((metric) => metric.id === id)?.topic;
  return metrics.filter((metric) => metric.topic === topic).map((metric) => metric.id);
};

const part = (make: (page: Page, view: MetricView) => LivePart) =>
  definePart({ takes: ["metric"], needs: ({ metric }) => [metric], make: (page, { metric }) => make(page, page.view(metric)) });

/** Who carried the change of a signal; null of all else, whose carriers are not looked for. */
const carriersOfSignal = (page: Page, view: MetricView) => (isSplitUp(page, view) ? view.carriers : null);

/** The sentence of a metric, where its topic's page does not begin with it, and who carried its change. */
function findingWords(page: Page, view: MetricView): string {
  const { metric } = view;
  const sentence = view.isAvailable ? metricSentence(page, view) : waitingSentence(page, metric);
  const carriers = carriersOfSignal(page, view);
  const carried = carriers ? (carriedSentence(page, metric, carriers) ?? "") : "";
  return page.paragraph(sentence === conclusionOf(page, metric.topic) ? "" : sentence, carried);
}

/** A line shows the points of so many months. */
const MONTHS = 24;
const [WIDTH, HEIGHT] = [150, 26];

/** The last two years without what is unfinished; where the period lies before them, the two years up to its end. Without a value, a dash. */
function coursePart(page: Page, view: MetricView): LivePart {
  const { metric, target } = view;
  const complete = trendPoints(page, view).filter(({ isComplete }) => isComplete);
  const last = complete.at(-1)?.period.end ?? 0;
  const end = page.period.start > last - MONTHS ? last : page.period.end;
  const points = complete.filter(({ period }) => period.end <= end && period.end > end - MONTHS);
  if (points.every(({ value }) => value === null)) return textPart(page.words.missing);
  const at = points.at(-1)?.period;
  const limits = limitsOf(view).findLast(({ start }) => start <= (at?.end ?? 0));
  const drawing = sparkline(points, {
    id: `${metric.id}-course`,
    title: page.titled(page.say(metric.label), page.words.topicPage.months),
    description: "",
    ...{ words: page.words, forms: page.forms, document: page.document },
    ...{ width: WIDTH, height: HEIGHT, period: page.period, limits },
    target: at ? (target(at) ?? undefined) : undefined,
  });
  return { drawing };
}

/** "+0.9 days"; sorted by how unlikely it is by chance, which is the same for days, money and shares. */
function changePart(page: Page, { metric, standing, trial }: MetricView): LivePart {
  if (!standing?.change) return { text: page.words.missing };
  const text = page.change(standing.change.absolute, metric.unit, { bound: standing.change.bound });
  return { text, raw: trial?.p == null ? undefined : -Math.log10(Math.max(trial.p, Number.MIN_VALUE)) };
}

/** The states in the order in which they are to be seen. */
const STATES = ["special", "new-level", "back", "usual", "too-few"] as const;

/** "▼ Special this period, worse", with the reason behind it. */
function statePart(page: Page, view: MetricView): LivePart {
  if (!view.trial) return { text: page.words.missing };
  const verdict = judged(page, view);
  const tone = isSignal(verdict) ? (verdict.direction ?? undefined) : undefined;
  return { text: stateName(page, view, verdict), tone, title: verdictClause(page, view), raw: STATES.indexOf(verdict.state) };
}

/** "missed 90.0%": whether the target is met, those that miss theirs first. */
function targetPart(page: Page, view: MetricView): LivePart {
  const { goal, isMissed, words } = targetStanding(page, view);
  if (goal === null) return { text: page.words.missing, title: words };
  const { missed, met, unjudged } = page.words.topicPage.targets;
  const say = isMissed === null ? unjudged : isMissed ? missed : met;
  const text = say(page.value(goal, view.metric.unit));
  return { text, title: words, tone: isMissed ? "missed" : undefined, raw: isMissed === null ? 2 : isMissed ? 0 : 1 };
}

/** Who carried the change, of a signal alone. */
function carriedPart(page: Page, view: MetricView): LivePart {
  const { metric } = view;
  const carriers = carriersOfSignal(page, view);
  if (!carriers) return { text: "", title: "" };
  return { text: carriedName(page, metric, carriers), title: carriedSentence(page, metric, carriers) ?? "" };
}

/** The cells of a metric's row in a table of metrics, or of one metric in several parts of the company. */
export default {
  finding: definePart({
    takes: ["metric"],
    needs: ({ metric }, site) => [metric, ...topicOfMetric(site, metric).filter((id) => id !== metric)],
    make: (page, { metric }) => textPart(findingWords(page, page.view(metric))),
  }),
  course: part(coursePart),
  change: part(changePart),
  state: part(statePart),
  target: part(targetPart),
  carried: part(carriedPart),
  /** Leads to all that there is of it. */
  whole: part((page, { metric }) => ({ text: page.words.topicPage.whole, href: metricHref(page, metric.id) })),
};
