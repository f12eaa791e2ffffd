import type { FigureData } from "../../site/figures/figure.ts";
import type { Island } from "../island.ts";
import type { MetricFigure } from "./metric-figure.ts";
import type { Kind } from "./take-away/take-away.ts";

/** The figure as it is selected now. Throws where the selection has nothing for it. */
export function shown({ page, kinds }: Island, { spec }: MetricFigure): FigureData {
  const data = kinds.figureFor(page, spec);
  if (!data) throw new Error(page.words.selection.empty);
  return data;
}

/** Address of the figure in its page, as it is selected now; where it is embedded, that of its metric's page. */
export function linkTo({ figure }: MetricFigure, { reader }: Island): string {
  const title = figure.querySelector<HTMLAnchorElement>("a.figure-title");
  if (title) return title.href;
  const link = new URL(reader.addressOf(reader.selection), location.href);
  link.hash = figure.id;
  return link.href;
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
  return save(await island.whenLoaded(() => TAKE_AWAY[kind](asShown(figure, shown(island, figure)), linkTo(figure, island))));
}
