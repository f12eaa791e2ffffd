import { LEVEL } from "../../analysis/chance/holm.ts";
import { type Judged, judgedTogether, UNJUDGED } from "../../analysis/trial.ts";
import { isAvailable } from "../../cube/evaluate.ts";
import type { Metric } from "../../cube/metric.ts";
import { topicOf } from "../site.ts";
import type { MetricView } from "./metric-view.ts";
import type { Page } from "./page.ts";
import { pageOfPromise, promisesOf, supportingDepartments } from "./promises.ts";

/** The dimensions that a page is within, by name. */
const withinOf = ({ within }: Page) => Object.keys(within).sort().join();

/** The parts of the company beside the one that a page is within, itself among them: promises beside a promise, departments beside a department. */
function partsBeside(page: Page): Page[] {
  const providing = supportingDepartments(page);
  if (!providing.includes(page.within["department"]?.[0] ?? "")) return [];
  if (withinOf(page) === "department") return providing.map((department) => page.narrowed({ department: [department] }));
  if (withinOf(page) !== "department,promise,request_type") return [];
  return promisesOf(page.site)
    .filter(({ department }) => providing.includes(department))
    .map((promised) => pageOfPromise(page, promised));
}

/** How many metrics are read together: the lead metrics of all effects, or those of one topic that lead it, or that do not. */
function countBeside({ site }: Page, metric: Metric): number {
  const isOnOverview = ({ isLead, topic }: Metric) => isLead === true && topicOf(site, topic).isEffect;
  const isBeside = (other: Metric) =>
    isOnOverview(metric) ? isOnOverview(other) : other.topic === metric.topic && Boolean(other.isLead) === Boolean(metric.isLead);
  return site.metrics.filter((other) => isBeside(other) && isAvailable(site.cubes, other)).length;
}

/** Verdicts by what a metric is read with, which its view does not say: pages that ask the same may be read with others. */
const known = new WeakMap<MetricView, Map<string, Judged>>();

const readWith = (page: Page) => `${withinOf(page)} ${JSON.stringify(page.selection)}`;

function keep(view: MetricView, page: Page, verdict: Judged): Judged {
  known.set(view, (known.get(view) ?? new Map<string, Judged>()).set(readWith(page), verdict));
  return verdict;
}

const isSamePart = (a: Page, b: Page) => Object.keys(a.within).every((id) => a.within[id]?.join() === b.within[id]?.join());

/**
 * The one verdict of a metric on a page. A metric of one part of the company is judged together with the same metric of the other parts
 * (Holm). All others have an equal share of the level among the metrics that they are read with, whose cubes a page need not have.
 */
export function judged(page: Page, view: MetricView): Judged {
  const found = known.get(view)?.get(readWith(page));
  if (found) return found;
  const family = partsBeside(page).map((part) => (isSamePart(part, page) ? view : part.view(view.metric.id)));
  if (!family.includes(view)) return keep(view, page, view.trial?.verdict(LEVEL / countBeside(page, view.metric)) ?? UNJUDGED);
  const verdicts = judgedTogether(family.map(({ trial }) => trial));
  for (const [i, each] of family.entries()) keep(each, page, verdicts[i] ?? UNJUDGED);
  return verdicts[family.indexOf(view)] ?? UNJUDGED;
}

/** Whether a metric stands out from chance: it is special in the period, or at a new level. */
export const isSignal = ({ direction }: Judged): boolean => direction !== null;
