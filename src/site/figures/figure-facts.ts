import type { Filters } from "../../core/selection.ts";
import type { Slice } from "../../core/slice.ts";
import { idOfPeriod } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { filterWords } from "../say/slice-names.ts";
import type { FigureData } from "./figure.ts";

/** What a figure's numbers are about, in words, for those who meet them away from their page. */
export interface FigureFacts {
  unit: string;
  period: string;
  /** Filters that its numbers follow; empty without any. */
  filters: string;
  /** Members that the reader chose, shown among the others of their dimension; empty without any. */
  chosen: string;
  against: string;
}

/** Dimensions of the filters whose other members a figure shows too. */
function liftedIn(figure: FigureData, filters: Filters): string[] {
  const shown = figure.marks().flatMap(({ choice }) => (choice && "members" in choice ? Object.entries(choice.members) : []));
  return Object.keys(filters).filter((id) => shown.some(([dimension, member]) => dimension === id && !filters[id]?.includes(member)));
}

const only = (slice: Slice, isKept: (dimension: string) => boolean): Slice => ({
  ...slice,
  filters: Object.fromEntries(Object.entries(slice.filters).filter(([dimension]) => isKept(dimension))),
});

/** "2026 Q2 (region: West)"; the period alone where the members are the same. */
function againstWords(page: Page, against: Slice): string {
  const period = page.periodName(against.period);
  const filters = page.isCompared ? filterWords(page, against) : "";
  return filters ? page.noted(period, filters) : period;
}

export function figureFacts(figure: FigureData): FigureFacts {
  const { metric, unit, page } = figure;
  const { slice, against } = page.view(metric.id);
  const lifted = liftedIn(figure, slice.filters);
  const [kept, chosen] = [only(slice, (id) => !lifted.includes(id)), only(slice, (id) => lifted.includes(id))];
  return {
    unit: page.forms.units[unit].label,
    period: page.periodName(slice.period),
    filters: filterWords(page, kept),
    chosen: filterWords(page, chosen),
    against: figure.isComparing ? againstWords(page, against) : "",
  };
}

/** Name for a file of a figure, without its ending: `time-to-approval-trend-2026Q3`; safe on every system. */
export function figureFileName({ page, id, metric }: FigureData): string {
  const own = id.startsWith(`${metric.id}-`) ? id.slice(metric.id.length + 1) : id;
  return [metric.id, own, idOfPeriod(page.site, page.period)].join("-").replaceAll(/[^\p{L}\p{N}.-]+/gu, "-");
}
