import type { Page } from "../page.ts";
import { pageOfPromise, promiseName, requirePromise } from "../promises.ts";
import type { FigureData } from "./figure.ts";
import trendFigure from "./trend-figure.ts";

/** How a promise of a department was kept over time; null without requests. */
export default function keptFigure(whole: Page, ...about: string[]): FigureData | null {
  const promised = requirePromise(whole, about);
  const page = pageOfPromise(whole, promised);
  if (page.view("sla-attainment").finest.every(({ value }) => value === null)) return null;
  const title = page.titled(promiseName(page, promised), page.words.matrix.attainment);
  const figure = trendFigure(page, "sla-attainment", title);
  return figure && { ...figure, sentence: null, id: `kept-${about.slice(1).join("-").replaceAll("_", "-")}`, title };
}
