import { EFFECTS, type Topic } from "../cube/metric.ts";
import { casesCell, changeCell, shownCell, valueCell } from "./cells.ts";
import type { MetricView } from "./metric-view.ts";
import type { Page } from "./page.ts";
import { metricSentence, shownDirection, tally } from "./sentences.ts";
import { againstName, nowName } from "./slice-names.ts";
import { numeral, type TableData } from "./table.ts";
import { waitingSentence } from "./waiting.ts";

/** How many changes the overview names. */
export const CHANGES = 4;

const hasSignal = ({ standing }: MetricView) => standing !== null && standing.signals.length > 0;

/** A signal on the side to which the value moved: the change itself is news, not only the level. */
const isNews = (page: Page, { metric, standing }: MetricView) =>
  Number(standing !== null && standing.signalDirection === shownDirection(page, metric, standing));

/** News first, then the larger change against its ordinary variation. */
const byWeight = (page: Page) => (a: MetricView, b: MetricView) =>
  isNews(page, b) - isNews(page, a) || (b.standing?.strength ?? 0) - (a.standing?.strength ?? 0);

/** Views of a topic, in their order. */
export const viewsOfTopic = (page: Page, topic: Topic): MetricView[] => page.views().filter(({ metric }) => metric.topic === topic);

/** Lead metrics of a topic. */
export const leadsOf = (page: Page, topic: Topic): MetricView[] => viewsOfTopic(page, topic).filter(({ metric }) => metric.isLead);

/** The sentence of the lead metric that has most to say of a topic. */
export function verdictOf(page: Page, topic: Topic): string {
  const leads = leadsOf(page, topic);
  // what the reader filters or compares by comes before what knows nothing of it
  const byFit = (a: MetricView, b: MetricView) => a.lacking.length - b.lacking.length || byWeight(page)(a, b);
  const told = leads.filter(({ standing }) => standing?.point.value != null).sort(byFit)[0] ?? leads[0];
  if (!told) return "";
  return told.isAvailable ? metricSentence(page, told) : waitingSentence(page, told.metric);
}

/** How many metrics of a topic are better, worse or as ever. */
export function tallyOf(page: Page, topic: Topic): string {
  const { comparedVerdict, verdict } = page.words.sentence;
  return (page.isCompared ? comparedVerdict : verdict)(tally(viewsOfTopic(page, topic)));
}

/** How many lead metrics are beyond their ordinary variation. */
export function signalSummary(page: Page): string {
  const { signalCount, unfinished } = page.words.overview;
  const leads = EFFECTS.flatMap((effect) => leadsOf(page, effect));
  return leads.some(({ isJudged }) => isJudged) ? signalCount(leads.filter(hasSignal).length) : unfinished;
}

/** Metrics whose change is largest against its ordinary variation, news first, of which it can be said who carried it. */
export function changedMost(page: Page): MetricView[] {
  const changed = EFFECTS.flatMap((effect) => viewsOfTopic(page, effect))
    .filter((view) => view.standing?.change && shownDirection(page, view.metric, view.standing) !== "same")
    .sort(byWeight(page));
  const told: MetricView[] = [];
  for (const view of changed) {
    if (told.length === CHANGES) break;
    if (view.carriers) told.push(view);
  }
  return told;
}

/** Every metric in a row: what it is, where it stands, and how it changed. */
export function allMetricsTable(page: Page): TableData {
  const { words } = page;
  return {
    caption: words.overview.allMetrics,
    head: [
      words.metricPage.metric,
      words.metricPage.effect,
      numeral(nowName(page)),
      numeral(againstName(page)),
      numeral(words.change),
      numeral(words.yearAgo),
      numeral(words.target),
      numeral("n"),
      words.signals,
    ],
    rows: EFFECTS.flatMap((effect) => viewsOfTopic(page, effect)).map(({ metric, standing, target }) => [
      page.say(metric.label),
      words.topics[metric.topic],
      shownCell(page, standing?.point, metric.unit),
      shownCell(page, standing?.previous, metric.unit),
      changeCell(page, standing?.change, metric.unit),
      shownCell(page, standing?.yearAgo, metric.unit),
      valueCell(page, target(page.period), metric.unit),
      casesCell(page, standing?.point),
      standing?.signalDirection ? page.clauses(words.signal, words[standing.signalDirection]) : words.missing,
    ]),
  };
}
