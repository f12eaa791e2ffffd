import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { limitWords, type Promised, pageOfPromise, promiseName, promisesOf, ruleAt, supportingDepartments } from "../ask/promises.ts";
import { judged } from "../ask/verdicts.ts";
import { metricSentence } from "../say/sentences.ts";
import { waitingSentence } from "../say/waiting.ts";
import { hasMetric, metricOf, type Site } from "../site.ts";

/** A promise of a department in the page's slice or, of one whose promises the export alone states, all of them. */
export interface Kept {
  department: string;
  /** Null of all that a department promised. */
  promised: Promised | null;
  /** The page about it. */
  part: Page;
  /** Its SLA attainment. */
  view: MetricView;
}

/** A department with the promise that it keeps worst. */
export interface Concern {
  department: string;
  worst: Kept;
  /** Promises that it would have had to keep besides, in all, to reach the target; all that it missed where none is set. */
  short: number;
}

const isKnown = ({ view: { standing } }: Kept) => standing !== null && standing.point.value !== null;

/** How many more would have had to be kept to reach the target, or all of them where none is set. */
function shortOf({ view: { standing, target } }: Kept): number {
  if (standing?.point.value == null) return 0;
  const goal = target(standing.point.period) ?? 1;
  return standing.point.n * Math.max(0, goal - standing.point.value);
}

/** Whether it got worse by more than chance. */
const isConcern = ({ view, part }: Kept): boolean => judged(part, view).direction === "worse";

const byGravity = (a: Kept, b: Kept) => Number(isConcern(b)) - Number(isConcern(a)) || shortOf(b) - shortOf(a);

/** What the departments promised, as far as it is known how it was kept. */
export function keptPromises(page: Page): Kept[] {
  const promises = promisesOf(page.site);
  return supportingDepartments(page)
    .flatMap((department) => keptBy(page, department, promises))
    .filter(isKnown);
}

/** The promises of a department, what got worse by more than chance first, then what falls the shortest; those of which nothing fell due at the end. */
export function promisesByGravity(page: Page, department: string): Kept[] {
  const own = keptBy(page, department, promisesOf(page.site)).filter(({ promised }) => promised !== null);
  return [...own.filter(isKnown).sort(byGravity), ...own.filter((kept) => !isKnown(kept))];
}

const known = new WeakMap<Page, Concern[]>();

/** The departments that keep promises, the one to talk to first at the head: what got worse by more than chance before what did not, then the further from their targets. */
export function concernsOf(page: Page): Concern[] {
  const concerns = known.get(page) ?? findConcerns(page);
  known.set(page, concerns);
  return concerns;
}

/** What a department promised: what rules say, else all that the export states, as far as it says whose it is. */
function keptBy(page: Page, department: string, promises: readonly Promised[]): Kept[] {
  const own = promises.filter((promised) => promised.department === department);
  const keptIn = (part: Page, promised: Promised | null): Kept => ({ department, promised, part, view: part.view("sla-attainment") });
  if (own.length > 0) return own.map((promised) => keptIn(pageOfPromise(page, promised), promised));
  return isByDepartment(page) ? [keptIn(page.narrowed({ department: [department] }), null)] : [];
}

/** Whether it is known whose promises were kept. */
const isByDepartment = ({ site }: Page): boolean => metricOf(site, "sla-attainment").dimensions.includes("department");

function findConcerns(page: Page): Concern[] {
  const byDepartment = Map.groupBy(keptPromises(page), ({ department }) => department);
  const concerns = [...byDepartment].flatMap(([department, own]): Concern[] => {
    const [worst] = own.toSorted(byGravity);
    return worst ? [{ department, worst, short: own.reduce((sum, each) => sum + shortOf(each), 0) }] : [];
  });
  return concerns.sort((a, b) => Number(isConcern(b.worst)) - Number(isConcern(a.worst)) || b.short - a.short);
}

/** The department to talk to first; null where no promise got worse by more than chance. */
export const firstConcern = (page: Page): Concern | null => concernsOf(page).find(({ worst }) => isConcern(worst)) ?? null;

/** The department that the first sentence names: the one to talk to first, else the one furthest from its targets; null where all are reached. */
export const concernToSee = (page: Page): Concern | null =>
  concernsOf(page).find(({ worst, short }) => isConcern(worst) || short > 0) ?? null;

/** Metrics of what else weighs on a department. */
const BURDENS = ["overdue-requests", "deals-lost-to-delay"] as const;

/** Metrics by which it is decided which department to talk to first; a site may lack those that only weigh. */
export const talkNeeds = (site: Pick<Site, "metrics">): string[] => [
  "sla-attainment",
  ...BURDENS.filter((id) => hasMetric(site, id)),
  ...lostAmountNeeds(site),
];

/** "5 requests are overdue", "R&D’s delays cost 12 deals worth ¥3.8M": what else weighs on a department that a page is about. */
function burdens(page: Page, department: string): string[] {
  const { words } = page;
  const [overdue, lost] = BURDENS.map((id) => (hasMetric(page.site, id) ? page.view(id).standing?.point.value : null));
  return [
    ...(overdue ? [words.matrix.overdueNow(page.count(overdue))] : []),
    ...(lost ? [page.clauses(words.matrix.lostTo(department, page.count(lost)), lostAmountWords(page))] : []),
  ];
}

const promiseWords = (page: Page, { promised }: Pick<Kept, "promised">) =>
  promised && page.noted(promiseName(page, promised), limitWords(page, ruleAt(promised, page.period)));

/** Why no department is known that any promise fell due of: none did, or it is not known whose those are that did. */
function nobodysSentence(page: Page): string {
  const { standing } = page.view("sla-attainment");
  const { matrix } = page.words;
  if (!standing?.point.n || isByDepartment(page)) return matrix.noneDue;
  return matrix.nobodys({ due: page.cases(standing.point), value: page.shown(standing.point, "share") });
}

/** Why there is nobody to talk to first: promises cannot be judged, none fell due, they were kept, or what they fell short by may be chance. */
function nobodySentence(page: Page): string {
  const { isAvailable, metric } = page.view("sla-attainment");
  const { matrix } = page.words;
  if (!isAvailable) return waitingSentence(page, metric);
  const concern = concernToSee(page);
  if (!concern) return concernsOf(page).length === 0 ? nobodysSentence(page) : matrix.nobody;
  const { worst, department } = concern;
  const { standing, target } = worst.view;
  const goal = target(page.period);
  return matrix.furthest({
    department: page.member("department", department),
    promise: promiseWords(page, worst),
    value: page.noted(page.shown(standing?.point, "share"), `n = ${page.cases(standing?.point)}`),
    target: goal === null ? null : page.value(goal, "share"),
  });
}

/** "“Technical support: First response (24 hours)” was missed in 55 of 135 cases. Attainment fell to 59.3%, …" */
export function promiseSentence(page: Page, { promised, part, view }: Kept): string {
  const { value, n } = view.standing?.point ?? { value: null, n: 0 };
  const missed = page.count(n - Math.round(n * (value ?? 0)));
  const promise = promiseWords(page, { promised });
  return metricSentence(part, view, page.words.matrix.missed({ promise, due: page.count(n), missed }));
}

/** Which department to talk to first, about what and why. */
export function talkSentence(page: Page): string {
  const concern = firstConcern(page);
  if (!concern) return nobodySentence(page);
  const department = page.member("department", concern.department);
  return page.words.matrix.talk({
    department,
    sentence: promiseSentence(page, concern.worst),
    burdens: page.joined(...burdens(page.narrowed({ department: [concern.department] }), department)),
  });
}

const LOST_AMOUNT = "amount-lost-to-delay";

/** The metric of the amount; none where the site lacks it. */
export const lostAmountNeeds = (site: Pick<Site, "metrics">): string[] => [LOST_AMOUNT].filter((id) => hasMetric(site, id));

/** The amount of the deals that a page's delays lost, beside their number; empty where it is not that of exactly those deals. */
export function lostAmountWords(page: Page): string {
  if (!hasMetric(page.site, LOST_AMOUNT)) return "";
  const { lacking, metric, standing } = page.view(LOST_AMOUNT);
  const { hiddenAmount, lostAmount } = page.words.matrix;
  if (lacking.length > 0 || !standing) return "";
  if (standing.point.isHidden) return hiddenAmount;
  return standing.point.value === null ? "" : lostAmount(page.shown(standing.point, metric.unit));
}
