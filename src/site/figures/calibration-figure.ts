import type { Row } from "../../analysis/breakdown.ts";
import type { Page } from "../page.ts";
import { memberBars } from "./breakdown-figure.ts";
import type { FigureData } from "./figure.ts";

const QUARTER = "rice_quarter";

/** Whether the quarter that scored highest sold more than the one that scored lowest; null where either is missing. */
function sentenceOf(page: Page, rows: readonly Row[]): string | null {
  const scored = rows.filter(({ member, now }) => member !== "unscored" && now.value !== null);
  const [top, bottom] = [scored[0], scored.at(-1)];
  if (!top || !bottom || top === bottom) return null;
  const { calibrationSentence, sold, notSold } = page.words.handoffs;
  return calibrationSentence({
    top: page.member(QUARTER, top.member),
    topValue: page.value(top.now.value, "cny"),
    bottom: page.member(QUARTER, bottom.member),
    bottomValue: page.value(bottom.now.value, "cny"),
    verdict: (top.now.value ?? 0) > (bottom.now.value ?? 0) ? sold : notSold,
  });
}

/** Sales after release by quarter of RICE: whether what scored high sold well; null without released requirements. */
export default function calibrationFigure(page: Page): FigureData | null {
  const { calibration: title, calibrationNote } = page.words.handoffs;
  return memberBars(page, page.view("sales-after-release"), QUARTER, {
    id: "rice-calibration",
    title,
    sentence: (rows) => sentenceOf(page, rows),
    notes: [calibrationNote],
  });
}
