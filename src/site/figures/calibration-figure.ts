import type { Row } from "../../analysis/breakdown.ts";
import { defineFigure } from "../kind.ts";
import type { Page } from "../page.ts";
import { memberBars } from "./breakdown-figure.ts";
import type { FigureBody } from "./figure.ts";

const QUARTER = "rice_quarter";
/** How many times the sales of the one quarter must be those of the other for a verdict. */
const CLEAR = 1.2;
/** The same as a share. */
const CLEAR_SHARE = CLEAR - 1;

const isClearlyAbove = (a: number, b: number): boolean => a > b && a >= b * CLEAR;

/** What the sales of the quarter that scored highest and of the one that scored lowest say of the score. */
function verdictOf(page: Page, top: number, bottom: number): string {
  const { sold, notSold, alike } = page.words.handoffs;
  return isClearlyAbove(top, bottom) ? sold : isClearlyAbove(bottom, top) ? notSold : alike;
}

/** Whether the quarter that scored highest clearly sold more than the one that scored lowest; null where either is missing. */
function calibrationSentence(page: Page, rows: readonly Row[]): string | null {
  const scored = rows.filter(({ member, now }) => member !== "unscored" && now.value !== null);
  const [top, bottom] = [scored[0], scored.at(-1)];
  if (!top || !bottom || top === bottom) return null;
  return page.words.handoffs.calibrationSentence({
    top: page.member(QUARTER, top.member),
    topCount: page.count(top.now.n),
    topValue: page.value(top.now.value, "cny"),
    bottom: page.member(QUARTER, bottom.member),
    bottomCount: page.count(bottom.now.n),
    bottomValue: page.value(bottom.now.value, "cny"),
    verdict: verdictOf(page, top.now.value ?? 0, bottom.now.value ?? 0),
  });
}

/** Sales after release by quarter of RICE: whether what scored high sold well; null without released requirements. */
function calibrationFigure(page: Page): FigureBody | null {
  const { calibration: title, calibrationNote } = page.words.handoffs;
  return memberBars(page, page.view("sales-after-release"), QUARTER, {
    id: "rice-calibration",
    title,
    sentence: (rows) => calibrationSentence(page, rows),
    notes: [calibrationNote(page.value(CLEAR_SHARE, "share", { digits: 0 }))],
  });
}

export default defineFigure({
  needs: ["sales-after-release"],
  make: calibrationFigure,
});
