import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { hasPromises, promiseHref } from "../ask/promises.ts";
import { isSignal, judged } from "../ask/verdicts.ts";
import { firstConcern, type Kept, keptPromises, promiseSentence, talkNeeds } from "../matrix/talk-first.ts";
import type { Site } from "../site.ts";
import { carriedSentence } from "./carried-sentence.ts";
import { metricHref } from "./metric-link.ts";
import { headlineView, metricsSummedUp } from "./overview.ts";
import { isSplitUp, metricSentence } from "./sentences.ts";

/** Something that changed beyond chance. */
export interface Change {
  /** What changed, and how far. */
  text: string;
  /** Who carried it; empty where nothing splits it up. */
  carried: string;
  /** Where it is shown. */
  href: string;
}

/** So many are named at most. */
export const CHANGES = 3;

/** Metrics that it is made from under a reader's selection: those whose cubes the overview has loaded. */
export const changeNeeds = (site: Pick<Site, "metrics" | "topics">): string[] => [
  ...new Set([...metricsSummedUp(site).map(({ id }) => id), ...(hasPromises(site) ? talkNeeds(site) : [])]),
];

/** Those, and the metrics that lead the other topics. */
const allChangeNeeds = (site: Pick<Site, "metrics" | "topics">): string[] => [
  ...new Set([...changeNeeds(site), ...site.metrics.filter(({ isLead }) => isLead).map(({ id }) => id)]),
];

/** A change before it is put in words: what least likely is chance comes first. */
interface Found {
  p: number;
  word(): Change;
}

function foundIn(page: Page, view: MetricView, word: () => Pick<Change, "text" | "href">): Found[] {
  const { carriers, metric, trial } = view;
  if (!isSignal(judged(page, view))) return [];
  const carried = () => (carriers && isSplitUp(page, view) && carriedSentence(page, metric, carriers)) || "";
  return [{ p: trial?.p ?? 1, word: () => ({ ...word(), carried: carried() }) }];
}

const ofMetric = (page: Page, view: MetricView): Found[] =>
  foundIn(page, view, () => ({ text: metricSentence(page, view), href: metricHref(page, view.metric.id) }));

const ofPromise = (page: Page, kept: Kept): Found[] =>
  foundIn(kept.part, kept.view, () => ({
    text: page.words.matrix.of(page.member("department", kept.department), promiseSentence(page, kept)),
    href: kept.promised ? promiseHref(page, kept.promised) : page.href(`departments/${kept.department}/`),
  }));

/** What changed beyond chance in some metrics and in what departments promised, beyond what the first sentence of the overview says already. */
function changesIn(page: Page, metrics: readonly string[]): Change[] {
  const said = hasPromises(page.site) ? firstConcern(page)?.worst.view : headlineView(page);
  const views = metrics.map((id) => page.view(id)).filter((view) => view !== said);
  const kept = keptPromises(page).filter(({ view }) => view !== said);
  return [...views.flatMap((view) => ofMetric(page, view)), ...kept.flatMap((each) => ofPromise(page, each))]
    .sort((a, b) => a.p - b.p)
    .slice(0, CHANGES)
    .map(({ word }) => word());
}

const known = new WeakMap<Page, Change[]>();

/** What else changed in what the overview shows; each of its places asks for all of it. */
export function changesOf(page: Page): Change[] {
  const changes = known.get(page) ?? changesIn(page, changeNeeds(page.site));
  known.set(page, changes);
  return changes;
}

/** What else changed in the whole company. */
export const allChangesOf = (page: Page): Change[] => changesIn(page, allChangeNeeds(page.site));
