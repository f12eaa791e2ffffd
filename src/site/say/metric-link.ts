import { withinFilters } from "../../core/selection.ts";
import { printSelection } from "../../core/selection-query.ts";
import type { Page } from "../ask/page.ts";
import { vocabularyOf } from "../ask/vocabulary.ts";
import { metricOf } from "../site.ts";

/** Address of a metric's own page, at what this page is about and the reader selected; `figure` is the id of one of its figures. */
export function metricHref(page: Page, id: string, figure = ""): string {
  const query = printSelection(withinFilters(page.selection, page.within), vocabularyOf(page.site, [metricOf(page.site, id)]));
  return page.href(`metrics/${id}/${query && `?${query}`}${figure && `#${figure}`}`);
}
