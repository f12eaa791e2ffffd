import type { FigureData } from "../../site/figures/figure.ts";
import type { Island } from "../island.ts";
import { linksOf } from "./figure-links.ts";
import type { MetricFigure } from "./metric-figure.ts";
import type { Kind } from "./take-away/take-away.ts";

/** The figure as it is selected now. Throws where the selection has nothing for it. */
function shown({ page, kinds }: Island, { spec }: MetricFigure): FigureData {
  const data = kinds.figureFor(page, spec);
  if (!data) throw new Error(page.words.selection.empty);
  return data;
}

/** Places of the rows of the open table among those of the figure's, in the order in which its heads have sorted them; null while it is closed. */
function shownOrder({ figure }: MetricFigure): number[] | null {
  const rows = figure.querySelectorAll<HTMLElement>("details.figure-numbers[open] tbody tr");
  return rows.length > 0 ? [...rows].map(({ dataset }) => Number(dataset["place"])) : null;
}

/** The figure with the rows of its table as the page shows them. */
function asShown(figure: MetricFigure, data: FigureData): FigureData {
  const order = shownOrder(figure);
  const sorted = () => {
    const table = data.table();
    const rows = order?.flatMap((place) => (table.rows[place] ? [table.rows[place]] : []));
    return rows?.length === table.rows.length ? { ...table, rows } : table;
  };
  return { ...data, table: sorted };
}

/** Gives the reader a file of the figure as it is selected and sorted now, and says its name. Throws where it cannot be made. */
export async function take(figure: MetricFigure, island: Island, kind: Kind): Promise<string> {
  const { save, TAKE_AWAY } = await import("./take-away/take-away.ts");
  const file = await island.whenLoaded(() => {
    const data = asShown(figure, shown(island, figure));
    return TAKE_AWAY[kind](data, linksOf(figure, island, data).view);
  });
  return save(file);
}

/** A sentence that cites the figure as it is selected now. */
export async function cite(figure: MetricFigure, island: Island): Promise<string> {
  const { citation, citationText } = await import("../../site/figures/figure-citation.ts");
  return island.whenLoaded(() => {
    const data = shown(island, figure);
    return citationText(data, citation(data, linksOf(figure, island, data)));
  });
}

/** HTML that embeds the figure, as it is selected now, in another page. */
export async function embed(figure: MetricFigure, island: Island): Promise<string> {
  const { embedCode } = await import("./take-away/embed-code.ts");
  return island.whenLoaded(() => embedCode(shown(island, figure), figure.spec));
}
