import { changedMost } from "../overview.ts";
import type { Page } from "../page.ts";
import carriersFigure from "./carriers-figure.ts";
import type { FigureData } from "./figure.ts";

/** Who carried the change of the metric that changed most, or of the one at a later place from 0; null where fewer have changed. */
export default function changedFigure(page: Page, place: string): FigureData | null {
  const view = changedMost(page)[Number(place)];
  const figure = view ? carriersFigure(page, view.metric.id) : null;
  return figure && { ...figure, id: `changed-${place}` };
}
