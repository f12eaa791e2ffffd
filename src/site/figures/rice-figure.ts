import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { crossing } from "./crossing.ts";
import type { FigureBody } from "./figure.ts";

const PAIR = ["value_class", "rice_quarter"] as const;

/** Whether what is approved is what scores high: approval rate by value class and quarter of RICE. */
function riceFigure(page: Page): FigureBody | null {
  const view = page.view("approval-rate");
  const byQuarter = view.isAvailable ? view.breakdown("rice_quarter").rows : [];
  const rateOf = (member: string) => byQuarter.find((row) => row.member === member)?.now.value ?? null;
  const [top, bottom] = [rateOf("1"), rateOf("4")];
  const { rice, riceNote, riceSentence } = page.words.particular;
  return crossing(page, view, PAIR, {
    title: rice,
    sentence: top === null || bottom === null ? null : riceSentence(page.value(top, "share"), page.value(bottom, "share")),
    notes: [riceNote],
  });
}

export default defineFigure({
  needs: ["approval-rate"],
  by: () => PAIR,
  make: riceFigure,
});
