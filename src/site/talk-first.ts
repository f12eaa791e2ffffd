import { lostAmountWords } from "./lost-amount.ts";
import type { MetricView } from "./metric-view.ts";
import type { Page } from "./page.ts";
import { limitWords, type Promised, pageOfPromise, promiseName, promisesOf, ruleAt } from "./promises.ts";
import { differenceWords, judgement, shownDirection } from "./sentences.ts";
import type { Site } from "./site.ts";
import { waitingSentence } from "./waiting.ts";

/** A promise of a department in the page's slice. */
interface Kept {
  promised: Promised;
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

/** So many promises have to fall due for a fall to be one of the department rather than of a single case. */
const FEWEST = 10;

/**
 * 2 where it fell beyond ordinary variation in the slice, 1 where it is still at the worse level that it fell to, else 0;
 * 0 as well where few fell due, or the target is reached.
 */
function gravity(page: Page, kept: Kept): number {
  const { metric, standing } = kept.view;
  if (standing?.signalDirection !== "worse" || standing.point.n < FEWEST || shortOf(kept) === 0) return 0;
  return shownDirection(page, metric, standing) === "worse" ? 2 : 1;
}

const byGravity = (page: Page) => (a: Kept, b: Kept) => gravity(page, b) - gravity(page, a) || shortOf(b) - shortOf(a);

const known = new WeakMap<Page, Concern[]>();

/** The departments that keep promises, the one to talk to first at the head: beyond ordinary variation before within it, then the further from their targets. */
export function concernsOf(page: Page): Concern[] {
  const concerns = known.get(page) ?? findConcerns(page);
  known.set(page, concerns);
  return concerns;
}

function findConcerns(page: Page): Concern[] {
  const kept = promisesOf(page.site)
    .filter(({ department }) => isProviding(page, department))
    .map((promised) => ({ promised, view: pageOfPromise(page, promised).view("sla-attainment") }))
    .filter(isKnown);
  const byDepartment = Map.groupBy(kept, ({ promised }) => promised.department);
  const concerns = [...byDepartment].flatMap(([department, own]): Concern[] => {
    const [worst] = own.toSorted(byGravity(page));
    return worst ? [{ department, worst, short: own.reduce((sum, each) => sum + shortOf(each), 0) }] : [];
  });
  return concerns.sort((a, b) => gravity(page, b.worst) - gravity(page, a.worst) || b.short - a.short);
}

/** Departments that support the business unit, in their order. */
export const supportingDepartments = ({ site }: { site: Pick<Site, "reference"> }): string[] =>
  site.reference.departments.filter(({ stage }) => stage !== "business").map(({ department }) => department);

const isProviding = (page: Page, department: string) => supportingDepartments(page).includes(department);

/** The department to talk to first; null where no promise fell due, or none fell short of its target or beyond ordinary variation. */
export const firstConcern = (page: Page): Concern | null =>
  concernsOf(page).find((concern) => gravity(page, concern.worst) > 0 || concern.short > 0) ?? null;

/** "26 overdue", "12 deals lost, ¥3.8M": what else weighs on a department. */
function burdens(page: Page): string[] {
  const { words } = page;
  const [overdue, lost] = ["overdue-requests", "deals-lost-to-delay"].map((id) => page.view(id).standing?.point.value);
  return [
    ...(overdue ? [words.matrix.overdueNow(page.count(overdue))] : []),
    ...(lost ? [page.clauses(words.matrix.lostTo(page.count(lost)), lostAmountWords(page))] : []),
  ];
}

/** Why there is nobody to talk to first: promises cannot be told, none fell due, or they were kept. */
function nobodySentence(page: Page): string {
  const { isAvailable, metric } = page.view("sla-attainment");
  if (!isAvailable) return waitingSentence(page, metric);
  return concernsOf(page).length === 0 ? page.words.matrix.noneDue : page.words.matrix.nobody;
}

/** Which department to talk to first, about what and why. */
export function talkSentence(page: Page): string {
  const concern = firstConcern(page);
  const { matrix, unknownVariation } = page.words;
  if (!concern) return nobodySentence(page);
  const { promised, view } = concern.worst;
  const { standing, isJudged } = view;
  const reasons = standing?.change
    ? [differenceWords(page, view, standing), isJudged ? judgement(page, view, standing) : unknownVariation]
    : [];
  return matrix.talk({
    department: page.member("department", concern.department),
    promise: page.noted(promiseName(page, promised), limitWords(page, ruleAt(promised, page.period))),
    attainment: page.clauses(page.noted(page.shown(standing?.point, "share"), `n = ${page.cases(standing?.point)}`), ...reasons),
    burdens: page.joined(...burdens(page.narrowed({ department: [concern.department] }))),
  });
}
