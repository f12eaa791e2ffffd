import { viewOf } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricOf } from "../registry.ts";
import { crossingFigure } from "./crossing-figure.ts";
import type { FigureData } from "./figure.ts";

/** Whether what is approved is what scores high: approval rate by value class and quarter of RICE. */
export function riceFigure(page: Page): FigureData | null {
  const view = viewOf(metricOf("approval-rate"));
  const byQuarter = view.breakdown("rice_quarter");
  const rateOf = (member: string) => page.value(byQuarter.find((row) => row.member === member)?.now.value ?? null, "share");
  const { rice, riceNote, riceSentence } = page.words.particular;
  return crossingFigure(page, view, ["value_class", "rice_quarter"], {
    title: rice,
    sentence: riceSentence(rateOf("1"), rateOf("4")),
    notes: [riceNote],
  });
}
