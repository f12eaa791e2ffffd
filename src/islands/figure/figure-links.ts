import { fixed, type Selection } from "../../core/selection.ts";
import { printSelection } from "../../core/selection-query.ts";
import type { FigureData } from "../../site/figures/figure.ts";
import type { CitedLinks } from "../../site/figures/figure-citation.ts";
import type { Island } from "../island.ts";
import type { MetricFigure } from "./metric-figure.ts";

/** Address of the figure in its page, with a selection; where it is embedded, that of its metric's page. */
function addressOf({ figure }: MetricFigure, { reader }: Island, selection: Selection): string {
  const whole = figure.querySelector<HTMLAnchorElement>("a.figure-title");
  const link = new URL(whole ? whole.pathname : location.pathname, location.href);
  link.search = printSelection(selection, reader.vocabulary);
  if (!whole) link.hash = figure.id;
  return link.href;
}

/** Address of the figure as it is selected now. */
export const linkTo = (figure: MetricFigure, island: Island): string => addressOf(figure, island, island.reader.selection);

/** Where to find again what is taken away: addresses that show the same when the data have moved on. */
export function linksOf(figure: MetricFigure, island: Island, { metric }: FigureData): CitedLinks {
  const { page, reader } = island;
  const definition = new URL(`${page.href(`metrics/${metric.id}/`)}#definition`, location.href);
  const { snapshot = "" } = document.documentElement.dataset;
  return { view: addressOf(figure, island, fixed(reader.selection, page)), definition: definition.href, snapshot };
}
