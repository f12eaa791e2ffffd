import type { Page } from "../ask/page.ts";
import { metricHref } from "../say/metric-link.ts";
import { hasMetric, type Site } from "../site.ts";
import { missedMost } from "./missed-most.ts";
import { STEPS, slowedStep } from "./steps.ts";
import { type Concern, concernsOf, concernToSee, talkNeeds } from "./talk-first.ts";

/** Something to ask a department. */
export interface Question {
  text: string;
  /** Where its answer stands. */
  href: string;
}

/** So many are made at most. */
export const QUESTIONS = 3;

/** Metrics that questions are made from; a site may lack those of the steps, as it may lack what weighs on a department. */
export const questionNeeds = (site: Pick<Site, "metrics">): string[] => [...talkNeeds(site), ...STEPS.filter((id) => hasMetric(site, id))];

/** Whom it is about: the page of a department, and the promise that it keeps worst, where any fell due. */
interface Asked {
  department: string;
  part: Page;
  worst: Concern["worst"] | undefined;
}

/** "Why did waiting to be assigned grow from 3.0 to 6.7 working hours?" */
function askOfStep({ department, part }: Asked): Question | null {
  const found = STEPS.every((id) => hasMetric(part.site, id)) ? slowedStep(part) : null;
  if (!found) return null;
  const { step, view, from, to } = found;
  const { questions, page } = part.words.matrix;
  const { unit } = view.metric;
  const text = questions.step({ step: page.steps[step], from: part.value(from, unit, { isBare: true }), to: part.value(to, unit) });
  return { text, href: part.href(`departments/${department}/#clock`) };
}

/** "East missed 25 of 46: too few people, or sent to the wrong ones?"; of what may be chance "which ones, and is there a pattern?" */
function askOfMissed({ part, worst }: Asked): Question | null {
  const [most] = worst ? missedMost(worst.part) : [];
  if (!worst || !most) return null;
  const { dimension, member, due, missed, isSignal } = most;
  const { questions } = part.words.matrix;
  const ask = isSignal ? questions.missed : questions.missedByChance;
  const text = ask(part.member(dimension, member), part.count(due), part.count(missed));
  return { text, href: metricHref(worst.part, "sla-attainment", `sla-attainment-by-${dimension.replaceAll("_", "-")}`) };
}

/** "Who follows up the 5 that are overdue?" */
function askOfOverdue({ department, part }: Asked): Question | null {
  const overdue = hasMetric(part.site, "overdue-requests") ? part.view("overdue-requests").standing?.point.value : null;
  if (!overdue) return null;
  return { text: part.words.matrix.questions.overdue(part.count(overdue)), href: part.href(`departments/${department}/#open`) };
}

/** What to ask the department that a page is about, or else the one that its first sentence names; none where nothing is to be asked. */
export function questionsOf(page: Page): Question[] {
  const department = page.within["department"]?.[0] ?? concernToSee(page)?.department;
  if (department === undefined) return [];
  const worst = concernsOf(page).find((concern) => concern.department === department)?.worst;
  const asked = { department, part: page.narrowed({ department: [department] }), worst };
  return [askOfStep, askOfMissed, askOfOverdue].flatMap((ask) => ask(asked) ?? []);
}
