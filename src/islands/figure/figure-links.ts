import { fixed, type Selection } from "../../core/selection.ts";
import { printSelection } from "../../core/selection-query.ts";
import { address } from "../../site/address.ts";
import { idOfPeriod } from "../../site/ask/metric-view.ts";
import type { FigureData } from "../../site/figures/figure.ts";
import type { CitedLinks, FrozenPlace } from "../../site/figures/figure-citation.ts";
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

/** The short address of a frozen figure as its snapshot shows it; nothing where a reader has selected something else, or no server is there. */
function shortAddress({ figure }: MetricFigure, { page, reader }: Island): string {
  const [own, snapshot] = [figure.dataset["code"], document.documentElement.dataset["code"]];
  if (
    own === undefined ||
    snapshot === undefined ||
    location.protocol === "file:" ||
    printSelection(reader.selection, reader.vocabulary) !== ""
  )
    return "";
  return page.words.frozen.short(new URL(address(`../../../c/${own}${snapshot}/`), location.href).href);
}

/** What was frozen of the period that is shown, with the address of the same view there. */
function frozenAddress({ page }: Island, view: string): string {
  const { frozen, path = "" } = document.documentElement.dataset;
  const place = frozen === undefined ? undefined : (JSON.parse(frozen) as Record<string, FrozenPlace>)[idOfPeriod(page.site, page.period)];
  if (!place) return "";
  const { search, hash } = new URL(view);
  return page.words.frozen.frozenAs(place.words, new URL(`${place.root}${path}${search}${hash}`, location.href).href);
}

/** Where to find again what is taken away: addresses that show the same when the data have moved on. */
export function linksOf(figure: MetricFigure, island: Island, { metric }: FigureData): CitedLinks {
  const { page, reader } = island;
  const definition = new URL(`${page.href(`metrics/${metric.id}/`)}#definition`, location.href);
  const { snapshot = "" } = document.documentElement.dataset;
  const view = addressOf(figure, island, fixed(reader.selection, page));
  return { view, definition: definition.href, snapshot, other: snapshot ? shortAddress(figure, island) : frozenAddress(island, view) };
}
