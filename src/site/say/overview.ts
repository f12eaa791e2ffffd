import type { Metric } from "../../cube/metric.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { isSignal, judged } from "../ask/verdicts.ts";
import { effectsOf, type Site, topicOf } from "../site.ts";
import { casesCell, changeCell, shownCell, valueCell } from "./cells.ts";
import { isSplitUp, metricSentence, tally } from "./sentences.ts";
import { againstName, nowName } from "./slice-names.ts";
import { numeral, type TableData } from "./table.ts";
import { verdictName } from "./verdict-words.ts";
import { waitingSentence } from "./waiting.ts";

/** How many changes the overview names. */
export const CHANGES = 4;

/** What stands out from chance first, and of that what is least likely to be chance: a measure that is the same for sums, rates and scores. */
const byWeight = (page: Page) => (a: MetricView, b: MetricView) =>
  Number(isSignal(judged(page, b))) - Number(isSignal(judged(page, a))) || (a.trial?.p ?? 1) - (b.trial?.p ?? 1);

/** The metrics of the four effects, in the order in which they are read. */
export const metricsOfEffects = (site: Pick<Site, "metrics" | "topics">): Metric[] =>
  effectsOf(site).flatMap(({ id }) => site.metrics.filter(({ topic }) => topic === id));

const viewsOfEffects = (page: Page): MetricView[] => metricsOfEffects(page.site).map(({ id }) => page.view(id));

/** Lead metrics of the four effects. */
export const leadsOfEffects = (page: Page): MetricView[] => viewsOfEffects(page).filter(({ metric }) => metric.isLead);

/** Views of a topic, in their order. */
export const viewsOfTopic = (page: Page, topic: string): MetricView[] => page.views().filter(({ metric }) => metric.topic === topic);

/** Lead metrics of a topic. */
export const leadsOf = (page: Page, topic: string): MetricView[] => viewsOfTopic(page, topic).filter(({ metric }) => metric.isLead);

/** The sentence of the lead metric that has most to say of a topic. */
export function verdictOf(page: Page, topic: string): string {
  const leads = leadsOf(page, topic);
  // what the reader filters or compares by comes before what knows nothing of it
  const byFit = (a: MetricView, b: MetricView) => a.lacking.length - b.lacking.length || byWeight(page)(a, b);
  const lead = leads.filter(({ standing }) => standing?.point.value != null).sort(byFit)[0] ?? leads[0];
  if (!lead) return "";
  return lead.isAvailable ? metricSentence(page, lead) : waitingSentence(page, lead.metric);
}

/** How many metrics of a topic are better, worse or as ever. */
export function tallyOf(page: Page, topic: string): string {
  return page.words.verdicts.tally(tally(page, viewsOfTopic(page, topic)));
}

/** How many of the lead metrics stand out for the better and for the worse. */
export function signalSummary(page: Page): string {
  const { overview, verdicts } = page.words;
  const leads = leadsOfEffects(page);
  return leads.some(({ trial }) => trial) ? verdicts.leads(leads.length, verdicts.tally(tally(page, leads))) : overview.unfinished;
}

/** Metrics whose change is no chance, where it can be said who carried it; the least likely first. */
export function changedMost(page: Page): MetricView[] {
  const changed = viewsOfEffects(page)
    .filter((view) => isSplitUp(page, view))
    .sort(byWeight(page));
  const found: MetricView[] = [];
  for (const view of changed) {
    if (found.length === CHANGES) break;
    if (view.carriers) found.push(view);
  }
  return found;
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
      words.verdict,
    ],
    rows: viewsOfEffects(page).map((view) => [
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
