import { seriesRows } from "../figures/series-rows.ts";
import { definePart } from "../kind.ts";

const byGrain = (grain: "quarter" | "year") =>
  definePart({
    takes: ["metric"],
    needs: ({ metric }) => [metric],
    make(page, { metric }) {
      const view = page.view(metric);
      const title = { quarter: page.words.metricPage.byQuarter, year: page.words.metricPage.byYear }[grain];
      const caption = page.titled(page.say(view.metric.label), title);
      const points = view.series(grain);
      return { table: seriesRows(page, view, { caption, points, listed: () => points }).table() };
    },
  });

/** The numbers of a metric over longer periods than it is drawn by. */
export default {
  quarters: byGrain("quarter"),
  years: byGrain("year"),
};
