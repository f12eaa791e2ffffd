import type { Row } from "../../analysis/breakdown.ts";
import type { Result } from "../../cube/evaluate.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { memberBars } from "./breakdown-figure.ts";
import type { FigureBody } from "./figure.ts";

const GRADE = "grade";
/** Closed SQLs that a grade needs for its win rate to be judged. */
const ENOUGH = 20;

/** By how many standard errors two win rates differ beyond chance: once in twenty times by chance. */
const BEYOND_CHANCE = 1.96;

/** How many standard errors the second win rate lies above the first. */
function errorsAbove(a: Result, b: Result): number {
  const variance = ({ value, n }: Result) => ((value ?? 0) * (1 - (value ?? 0))) / n;
  const above = (b.value ?? 0) - (a.value ?? 0);
  return above === 0 ? 0 : above / Math.sqrt(variance(a) + variance(b));
}

/** What the win rates say of the grades, best grade first. */
function verdictOf(page: Page, rows: readonly Row[]): string {
  const { calibrated, notCalibrated, undecided, tooFew } = page.words.handoffs;
  const judged = rows.filter(({ now }) => now.n >= ENOUGH);
  if (judged.length < 2) return tooFew(ENOUGH);
  const pairs = judged.slice(1).map((lower, i) => ({ lower, higher: judged[i] ?? lower }));
  const inverted = pairs.filter(({ lower, higher }) => (lower.now.value ?? 0) >= (higher.now.value ?? 0));
  const worst = inverted.toSorted((a, b) => errorsAbove(b.higher.now, b.lower.now) - errorsAbove(a.higher.now, a.lower.now))[0];
  if (!worst) return calibrated;
  const say = errorsAbove(worst.higher.now, worst.lower.now) > BEYOND_CHANCE ? notCalibrated : undecided;
  return say(page.member(GRADE, worst.lower.member), page.member(GRADE, worst.higher.member));
}

/** Whether leads of a higher grade are won more often; null without closed SQLs. */
function gradesFigure(page: Page): FigureBody | null {
  const { grades: title, gradePart, gradesNote, gradesSentence } = page.words.handoffs;
  const said = ({ member, now }: Row) => gradePart(page.member(GRADE, member), page.value(now.value, "share"), page.count(now.n));
  return memberBars(page, page.view("sql-to-won"), GRADE, {
    id: "lead-grades",
    title,
    sentence: (rows) => gradesSentence(verdictOf(page, rows), rows.map(said)),
    notes: [gradesNote(ENOUGH)],
  });
}

export default defineFigure({
  needs: ["sql-to-won"],
  by: () => [GRADE],
  make: gradesFigure,
});
