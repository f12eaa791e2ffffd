import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { crossing, crossingResults } from "./crossing.ts";
import type { FigureBody } from "./figure.ts";

const PAIR = ["department", "counterpart"] as const;

/** Hours that departments spend with each other, as a matrix. */
function pairsFigure(page: Page): FigureBody | null {
  const view = page.view("communication-hours");
  const most = crossingResults(page, view, PAIR).sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const { pairs, pairsSentence } = page.words.particular;
  const name = (dimension: string) => page.member(dimension, most?.members[dimension] ?? "");
  const sentence = most ? pairsSentence(name("department"), name("counterpart"), page.value(most.value, "hours")) : null;
  return crossing(page, view, PAIR, { title: pairs, sentence });
}

export default defineFigure({
  needs: ["communication-hours"],
  by: () => PAIR,
  make: pairsFigure,
});
