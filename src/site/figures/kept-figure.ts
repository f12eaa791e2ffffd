import type { Page } from "../ask/page.ts";
import { keyOfPromise, PROMISE, pageOfPromise, promiseName, requirePromise } from "../ask/promises.ts";
import { defineFigure } from "../kind.ts";
import type { FigureBody } from "./figure.ts";
import { trendFigure } from "./trend-figure.ts";

/** How a promise of a department was kept over time; null without requests. */
function keptFigure(whole: Page, about: Readonly<Record<string, string>>): FigureBody | null {
  const promised = requirePromise(whole, about);
  const page = pageOfPromise(whole, promised);
  if (page.view("sla-attainment").finest.every(({ value }) => value === null)) return null;
  const title = page.titled(promiseName(page, promised), page.words.matrix.attainment);
  const figure = trendFigure(page, "sla-attainment", title);
  return figure && { ...figure, sentence: null, id: `kept-${keyOfPromise(promised)}`, title };
}

export default defineFigure({
  takes: PROMISE,
  needs: ["sla-attainment"],
  make: keptFigure,
});
