import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { carriersId, carriersTitle } from "./carriers-figure.ts";
import { csvOf } from "./figure.ts";

/** Where a figure has nothing to show, says why, and is drawn once the reader's selection has something for it. */
export interface FigurePlace {
  id: string;
  title: string;
  /** Gives it its accent; that of what is drawn there where none is known. */
  accent: string | null;
  /** Address of all numbers of its metric; null where none is known. */
  csv: string | null;
}

/** The place of who carried a change; null where no dimension explains it. */
export function carriersPlace(page: Page, { metric, carriers }: MetricView): FigurePlace | null {
  if (!carriers) return null;
  return { id: carriersId(metric), title: carriersTitle(page, metric, carriers), accent: page.accentOf(metric), csv: csvOf(metric) };
}
