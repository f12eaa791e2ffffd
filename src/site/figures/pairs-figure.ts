import { crossingOf } from "../../analysis/breakdown.ts";
import { viewOf } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricOf } from "../registry.ts";
import { store } from "../store.ts";
import { crossingFigure } from "./crossing-figure.ts";
import type { FigureData } from "./figure.ts";

/** Hours that departments spend with each other, as a matrix. */
export function pairsFigure(page: Page): FigureData | null {
  const view = viewOf(metricOf("communication-hours"));
  const most = crossingOf(store.cubes, view.metric, ["department", "counterpart"], page).sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const { pairs, pairsSentence } = page.words.particular;
  const name = (dimension: string) => page.member(dimension, most?.members[dimension] ?? "");
  const sentence = most ? pairsSentence(name("department"), name("counterpart"), page.value(most.value, "hours")) : null;
  return crossingFigure(page, view, ["department", "counterpart"], { title: pairs, sentence });
}
