import type { Page } from "../page.ts";
import { crossing } from "./crossing.ts";
import type { FigureData } from "./figure.ts";

/** A metric by two dimensions at once, as a matrix; null without cells. */
export default function crossingFigure(page: Page, id: string, down: string, across: string): FigureData | null {
  return crossing(page, page.view(id), [down, across]);
}
