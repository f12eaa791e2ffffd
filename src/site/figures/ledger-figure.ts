import { barChart } from "../../charts/bars.ts";
import { lifted } from "../../core/slice.ts";
import { evaluate } from "../../cube/evaluate.ts";
import { valueCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { againstName, nowName } from "../slice-names.ts";
import { numeral, sorted } from "../table.ts";
import { barsOf, memberRows } from "./breakdown-figure.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { type Column, rowsOf } from "./rows.ts";
import { casesOfSize, namedNote, shownMembers } from "./shown-members.ts";

/** What a ratio is agreed for. */
const BY = ["loss_kind", "loss_cause", "department"] as const;

type Ratio = Site["reference"]["ratios"][number];

/** The agreed ratios: what was lost for each cause in the page's slice, and what the department bears of it. */
function ratioRows(page: Page, caption: string, { borne, losses }: { borne: MetricView; losses: MetricView }) {
  const { cubes, reference } = page.site;
  const { ledgerHead } = page.words.particular;
  const ask = ({ metric, slice }: MetricView, by: readonly (typeof BY)[number][]) => {
    const results = evaluate(cubes, metric, { periods: [slice.period], filters: lifted(slice, by).filters, by });
    return (ratio: Ratio) => results.find(({ members }) => by.every((id) => members[id] === ratio[id]))?.value ?? null;
  };
  const [lossOf, shareOf] = [ask(losses, ["loss_kind", "loss_cause"]), ask(borne, BY)];
  const named = (head: string, id: (typeof BY)[number]): Column<Ratio> => ({
    head,
    cell: (ratio) => sorted(page.member(id, ratio[id]), ratio[id]),
  });
  return rowsOf<Ratio>(page, {
    caption,
    columns: () => [
      named(ledgerHead.kind, "loss_kind"),
      named(ledgerHead.cause, "loss_cause"),
      named(ledgerHead.department, "department"),
      {
        head: numeral(ledgerHead.ratio),
        cell: ({ share, is_published_case }) => numeral(`${page.value(share, "share")}${is_published_case ? "†" : ""}`, share),
      },
      { head: numeral(ledgerHead.loss), cell: (ratio) => valueCell(page, lossOf(ratio), losses.metric.unit) },
      { head: numeral(ledgerHead.borne), cell: (ratio) => valueCell(page, shareOf(ratio), borne.metric.unit) },
    ],
    rows: () => reference.ratios,
  });
}

/** The responsibility ledger: what each department bears of the losses of the page's slice; null without losses. */
function ledgerFigure(page: Page): FigureBody | null {
  const [borne, losses] = [page.view("losses-borne"), page.view("loss-amount")];
  const breakdown = borne.isAvailable ? borne.breakdown("department") : null;
  const most = breakdown?.rows.toSorted((a, b) => (b.now.value ?? 0) - (a.now.value ?? 0))[0];
  if (!breakdown || !most) return null;
  const { asked, rows } = breakdown;
  const shown = shownMembers(page, borne.metric, "department", breakdown);
  const { ledger, ledgerNote, ledgerSentence } = page.words.particular;
  const { unit } = borne.metric;
  const previousLabel = asked.isCompared ? againstName(page, asked) : undefined;
  return figureOf(page, borne, {
    id: "ledger",
    title: ledger,
    sentence: ledgerSentence(page.member("department", most.member), page.value(most.now.value, unit)),
    draw: (common) => barChart(barsOf(page, shown), { ...common, previousLabel }),
    isComparing: true,
    ...memberRows(page, borne, "department", { title: ledger, shown, breakdown }),
    // a row per agreed ratio, not per department
    table: ratioRows(page, page.clauses(ledger, nowName(page, asked)), { borne, losses }).table,
    notes: [ledgerNote, ...namedNote(page, rows.length, casesOfSize(page, borne.metric))],
  });
}

export default defineFigure({
  needs: ["losses-borne", "loss-amount"],
  make: ledgerFigure,
});
