import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { changedMost } from "../say/overview.ts";
import carriers from "./carriers-figure.ts";
import type { FigureBody } from "./figure.ts";

/** Who carried the change of the metric that changed most, or of the one at a later place from 0; null where fewer have changed. */
function changedFigure(page: Page, { place }: { place: string }): FigureBody | null {
  const view = changedMost(page)[Number(place)];
  const figure = view ? carriers.make(page, { metric: view.metric.id }) : null;
  return figure && { ...figure, id: `changed-${place}` };
}

export default defineFigure({
  takes: ["place"],
  needs: [],
  make: changedFigure,
  whyEmpty: ({ views, words: { overview, selection } }) =>
    views().some(({ trial }) => trial) ? overview.noneChanged : selection.unfinished,
});
