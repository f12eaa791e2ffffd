import type { MetricView } from "./metric-view.ts";
import type { Page } from "./page.ts";
import { limitWords, type Promised, pageOfPromise, promiseName, promisesOf, ruleAt } from "./promises.ts";
import { differenceWords, judgement, shownDirection } from "./sentences.ts";
import type { Site } from "./site.ts";

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
  /** Promises that it missed in all. */
  missed: number;
}

const isKnown = ({ view: { standing } }: Kept) => standing !== null && standing.point.value !== null;

const missedOf = ({ view: { standing } }: Kept): number => (standing ? standing.point.n * (1 - (standing.point.value ?? 1)) : 0);

/** 2 where it fell beyond ordinary variation in the slice, 1 where it is still at the worse level that it fell to, else 0. */
function gravity(page: Page, { view }: Kept): number {
  const { metric, standing } = view;
  if (standing?.signalDirection !== "worse") return 0;
  return shownDirection(page, metric, standing) === "worse" ? 2 : 1;
}

const byGravity = (page: Page) => (a: Kept, b: Kept) => gravity(page, b) - gravity(page, a) || missedOf(b) - missedOf(a);

const known = new WeakMap<Page, Concern[]>();

/** The departments that keep promises, the one to talk to first at the head: beyond ordinary variation before within it, then the more missed. */
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
    return worst ? [{ department, worst, missed: own.reduce((sum, each) => sum + missedOf(each), 0) }] : [];
  });
  return concerns.sort((a, b) => gravity(page, b.worst) - gravity(page, a.worst) || b.missed - a.missed);
}

/** Departments that support the business unit, in their order. */
export const supportingDepartments = ({ site }: { site: Pick<Site, "reference"> }): string[] =>
  site.reference.departments.filter(({ stage }) => stage !== "business").map(({ department }) => department);

const isProviding = (page: Page, department: string) => supportingDepartments(page).includes(department);

/** The department to talk to first; null where no promise fell due, or all were kept. */
export const firstConcern = (page: Page): Concern | null => concernsOf(page).find(({ missed }) => Math.round(missed) > 0) ?? null;

/** "26 overdue", "12 deals lost, ¥3.8M": what else weighs on a department. */
function burdens(page: Page): string[] {
  const { words } = page;
  const [overdue, lost, amount] = ["overdue-requests", "deals-lost-to-delay", "amount-lost-to-delay"].map(
    (id) => page.view(id).standing?.point.value,
  );
  return [
    ...(overdue ? [words.matrix.overdueNow(page.count(overdue))] : []),
    ...(lost ? [words.matrix.lostTo(page.count(lost), page.value(amount ?? null, "cny"))] : []),
  ];
}

/** Which department to talk to first, about what and why. */
export function talkSentence(page: Page): string {
  const concern = firstConcern(page);
  const { matrix, unknownVariation } = page.words;
  if (!concern) return matrix.nobody;
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
