import type { Effect } from "../../cube/metric.ts";
import type { Page } from "../page.ts";
import type { FigureData } from "./figure.ts";
import { gapFigure } from "./gap-figure.ts";
import { launchesFigure } from "./launches-figure.ts";
import { ledgerFigure } from "./ledger-figure.ts";
import { pairsFigure } from "./pairs-figure.ts";
import { reworkCausesFigure } from "./rework-causes-figure.ts";
import { riceFigure } from "./rice-figure.ts";

const PARTICULAR: Record<Effect, readonly ((page: Page) => FigureData | null)[]> = {
  response: [riceFigure],
  market: [launchesFigure, ledgerFigure],
  cost: [pairsFigure, reworkCausesFigure, ledgerFigure],
  satisfaction: [gapFigure],
};

/** The figures that only one effect has; those whose exports are missing are left out. */
export const particularFigures = (page: Page, effect: Effect): FigureData[] => PARTICULAR[effect].flatMap((make) => make(page) ?? []);
