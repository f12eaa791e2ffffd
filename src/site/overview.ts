import { EFFECTS, type Effect } from "../cube/metric.ts";
import { freshnessSummary, readingSummary } from "./data-report.ts";
import { allViews, type MetricView } from "./metric-view.ts";
import { type Page, previousOf } from "./page.ts";
import { metricSentence, shownDirection, tally, waitingSentence } from "./sentences.ts";
import { numeral, type TableData } from "./table.ts";

/** How many changes the overview names. */
const CHANGES = 4;

export interface EffectSummary {
  effect: Effect;
  /** The sentence of the lead metric that has most to say. */
  verdict: string;
  tally: string;
  leads: MetricView[];
}

export interface Overview {
  summary: string;
  effects: EffectSummary[];
  /** Metrics whose change is largest against its ordinary variation, news first. */
  changed: MetricView[];
  freshness: string;
  table: TableData;
}

const hasSignal = ({ standing }: MetricView) => standing !== null && standing.signals.length > 0;

/** A signal on the side to which the value moved: the change itself is news, not only the level. */
const isNews = (page: Page, { metric, standing }: MetricView) =>
  Number(standing !== null && standing.signalDirection === shownDirection(page, metric, standing));

/** News first, then the larger change against its ordinary variation. */
const byWeight = (page: Page) => (a: MetricView, b: MetricView) =>
  isNews(page, b) - isNews(page, a) || (b.standing?.strength ?? 0) - (a.standing?.strength ?? 0);

function effectSummary(page: Page, effect: Effect): EffectSummary {
  const own = allViews().filter(({ metric }) => metric.effect === effect);
  const leads = own.filter(({ metric }) => metric.isLead);
  const told = leads.filter(({ standing }) => standing?.point.value != null).sort(byWeight(page))[0] ?? leads[0];
  const sentenceOf = (view: MetricView) => (view.isAvailable ? metricSentence(page, view) : waitingSentence(page, view.metric));
  return { effect, verdict: told ? sentenceOf(told) : "", tally: page.words.sentence.verdict(tally(own)), leads };
}

/** Every metric in a row: what it is, where it stands, and how it changed. */
function allMetricsTable(page: Page): TableData {
  const { words } = page;
  return {
    caption: words.overview.allMetrics,
    head: [
      words.metricPage.metric,
      words.metricPage.effect,
      numeral(page.periodName(page.period)),
      numeral(page.periodName(previousOf(page))),
      numeral(words.change),
      numeral(words.yearAgo),
      numeral(words.target),
      numeral("n"),
      words.signals,
    ],
    rows: allViews().map(({ metric, standing, target }) => [
      page.say(metric.label),
      words.effects[metric.effect],
      numeral(page.shown(standing?.point, metric.unit)),
      numeral(page.shown(standing?.previous, metric.unit)),
      numeral(standing?.change ? page.change(standing.change.absolute, metric.unit) : words.missing),
      numeral(page.shown(standing?.yearAgo, metric.unit)),
      numeral(page.value(target(page.period), metric.unit)),
      numeral(page.cases(standing?.point)),
      standing?.signalDirection ? page.clauses(words.signal, words[standing.signalDirection]) : words.missing,
    ]),
  };
}

/** What leadership reads: a sentence per effect, the lead metrics, what changed most, and whether the data can be trusted. */
export function overviewOf(page: Page): Overview {
  const effects = EFFECTS.map((effect) => effectSummary(page, effect));
  const leads = effects.flatMap((effect) => effect.leads);
  return {
    summary: page.words.overview.signalCount(leads.filter(hasSignal).length),
    effects,
    changed: allViews()
      .filter(({ metric, carriers, standing }) => carriers && standing?.change && shownDirection(page, metric, standing) !== "same")
      .sort(byWeight(page))
      .slice(0, CHANGES),
    freshness: page.joined(freshnessSummary(page), readingSummary(page)),
    table: allMetricsTable(page),
  };
}
