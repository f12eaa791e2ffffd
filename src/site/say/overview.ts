import type { Metric } from "../../cube/metric.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { isSignal, judged } from "../ask/verdicts.ts";
import { type Site, summedUpOf, topicOf } from "../site.ts";
import { casesCell, changeCell, shownCell, valueCell } from "./cells.ts";
import { metricSentence, tally } from "./sentences.ts";
import { againstName, nowName } from "./slice-names.ts";
import { numeral, type TableData } from "./table.ts";
import { verdictName } from "./verdict-words.ts";

/** What stands out from chance first, and of that what is least likely to be chance: a measure that is the same for sums, rates and scores. */
const byWeight = (page: Page) => (a: MetricView, b: MetricView) =>
  Number(isSignal(judged(page, b))) - Number(isSignal(judged(page, a))) || (a.trial?.p ?? 1) - (b.trial?.p ?? 1);

/** The metrics of what the overview sums up, in the order in which they are read. */
export const metricsSummedUp = (site: Pick<Site, "metrics" | "topics">): Metric[] =>
  summedUpOf(site).flatMap(({ id }) => site.metrics.filter(({ topic }) => topic === id));

/** The metrics that lead what the overview sums up. */
export const leadsSummedUp = (page: Page): MetricView[] => summedUpOf(page.site).flatMap(({ id }) => leadsOf(page, id));

/** Views of a topic, in their order. */
export const viewsOfTopic = (page: Page, topic: string): MetricView[] => page.views().filter(({ metric }) => metric.topic === topic);

/** As many metrics stand for a topic none of whose lead metrics is there. */
const FIRST = 3;

/** Lead metrics of a topic; where the company's data give none of them, the first of the others. */
export function leadsOf(page: Page, topic: string): MetricView[] {
  const views = viewsOfTopic(page, topic).filter(({ metric }) => !metric.isOnlyByMember);
  const leads = views.filter(({ metric }) => metric.isLead);
  return leads.length > 0 ? leads : views.slice(0, FIRST);
}

/** The sentence of the lead metric that has most to say of a topic. */
export function verdictOf(page: Page, topic: string): string {
  const leads = leadsOf(page, topic);
  // what the reader filters or compares by comes before what knows nothing of it
  const byFit = (a: MetricView, b: MetricView) => a.lacking.length - b.lacking.length || byWeight(page)(a, b);
  const lead = leads.filter(({ standing }) => standing?.point.value != null).sort(byFit)[0] ?? leads[0];
  return lead ? metricSentence(page, lead) : "";
}

/** The metrics that are a row of a topic's table: what stands out from chance first, and of that what is least likely to be chance. */
export const rowsOfTopic = (page: Page, topic: string): MetricView[] =>
  viewsOfTopic(page, topic)
    .filter(({ metric }) => !metric.isOnlyByMember)
    .sort(byWeight(page));

/** What a topic's page says first: the sentence of its first row where that stands out from chance, else of the lead metric that has most to say. */
export function conclusionOf(page: Page, topic: string): string {
  const [first] = rowsOfTopic(page, topic);
  return first && isSignal(judged(page, first)) ? metricSentence(page, first) : verdictOf(page, topic);
}

/** How many metrics of a topic are better, worse or as ever. */
export function tallyOf(page: Page, topic: string): string {
  return page.words.verdicts.tally(tally(page, viewsOfTopic(page, topic)));
}

/** How many metrics of a topic stand out, or that none does, in few words. */
export function briefOf(page: Page, topic: string): string {
  const { verdicts } = page.words;
  const counted = tally(page, viewsOfTopic(page, topic));
  return verdicts.tally({ ...counted, steady: 0, unknown: 0 }) || (counted.steady > 0 ? verdicts.asUsual : verdicts.notClear);
}

/** The metric that has most to say of all that the overview sums up. */
export const headlineView = (page: Page): MetricView | undefined =>
  leadsSummedUp(page)
    .filter(({ standing }) => standing?.point.value != null)
    .sort(byWeight(page))[0];

/** Its sentence. */
export const headlineOf = (page: Page): string => {
  const most = headlineView(page);
  return most ? metricSentence(page, most) : "";
};

/** How many of the lead metrics stand out for the better and for the worse; where none can be judged, whether the period is not over, or the time before it too short. */
export function signalSummary(page: Page): string {
  const { overview, verdicts } = page.words;
  const leads = leadsSummedUp(page);
  if (leads.some(({ trial }) => trial)) return verdicts.leads(leads.length, verdicts.tally(tally(page, leads)));
  return leads.some(({ standing }) => standing && !standing.point.isComplete) ? overview.unfinished : overview.tooShort;
}

/** Metrics in rows: what each is, where it stands, and how it changed. */
export function metricsTable(page: Page, views: readonly MetricView[], caption: string): TableData {
  const { words } = page;
  return {
    caption,
    head: [
      words.metricPage.metric,
      words.metricPage.effect,
      numeral(nowName(page)),
      numeral(againstName(page)),
      numeral(words.change),
      numeral(words.yearAgo),
      numeral(words.target),
      numeral("n"),
      words.verdict,
    ],
    rows: views.map((view) => [
      page.say(view.metric.label),
      page.say(topicOf(page.site, view.metric.topic).name),
      shownCell(page, view.standing?.point, view.metric.unit),
      shownCell(page, view.standing?.previous, view.metric.unit),
      changeCell(page, view.standing?.change, view.metric.unit),
      shownCell(page, view.standing?.yearAgo, view.metric.unit),
      valueCell(page, view.target(page.period), view.metric.unit),
      casesCell(page, view.standing?.point),
      verdictName(page, view),
    ]),
  };
}

/** Every metric that the overview sums up, topic by topic, in each what is least likely to be chance first. */
export const viewsSummedUp = (page: Page): MetricView[] =>
  summedUpOf(page.site).flatMap(({ id }) => viewsOfTopic(page, id).sort(byWeight(page)));

/** Every metric in a row. */
export const allMetricsTable = (page: Page): TableData => metricsTable(page, viewsSummedUp(page), page.words.overview.allMetrics);
