import { figureFor } from "../../../site/all-kinds.ts";
import type { MetricView } from "../../../site/ask/metric-view.ts";
import type { Page } from "../../../site/ask/page.ts";
import type { FigureData } from "../../../site/figures/figure.ts";
import { casesLine } from "../../../site/figures/figure.ts";
import { metricHref } from "../../../site/say/metric-link.ts";
import { metricSentence } from "../../../site/say/sentences.ts";
import type { TableData } from "../../../site/say/table.ts";
import { slideTable, tableAsText } from "../blocks.ts";
import type { Draft, ReviewContext, SlideMaker } from "../context.ts";
import { MOST_SIGNALS, signalsOf } from "../signals.ts";
import { trendBlock } from "../trend-block.ts";

/** So many members are listed beside a chart, their total besides. */
const MEMBERS = 8;

/** Who carried a change, the largest first, with the total. */
function carriedTable(page: Page, { title, table }: FigureData): TableData {
  const { head, rows } = table();
  const [members, total] = [rows.slice(0, -1), rows.slice(-1)];
  const shown = members.slice(0, MEMBERS);
  const count = page.words.review.others(page.count(shown.length), page.count(members.length));
  return { caption: shown.length < members.length ? page.clauses(title, count) : title, head, rows: [...shown, ...total] };
}

function slideOf({ page, describe }: ReviewContext, view: MetricView): Draft[] {
  const { metric, standing } = view;
  const trend = figureFor(page, `trend ${metric.id}`);
  const carriers = figureFor(page, `carriers ${metric.id}`);
  if (!trend || !standing) return [];
  const chart = trendBlock(page, view, trend);
  const { rows, ...table } = trend.table();
  return [
    {
      id: `signals-${metric.id}`,
      says: page.paragraph(metricSentence(page, view), carriers?.sentence ?? ""),
      blocks: [chart, ...(carriers ? [slideTable(carriedTable(page, carriers))] : [])],
      n: casesLine(page, metric, standing.point.n),
      systems: trend.systems,
      figure: trend.id,
      href: metricHref(page, metric.id, trend.id),
      notes: [
        page.say(describe(metric)),
        ...new Set([...trend.notes, ...(carriers?.notes ?? [])]),
        tableAsText({ ...table, rows: rows.slice(-chart.labels.length) }),
        ...(carriers ? [tableAsText(carriers.table())] : []),
      ],
    },
  ];
}

/** A slide for each metric that stands out from chance: its course, and who carried the change. */
const signals: SlideMaker = (context) =>
  signalsOf(context.page)
    .slice(0, MOST_SIGNALS)
    .flatMap((view) => slideOf(context, view));

export default signals;
