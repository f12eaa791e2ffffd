import { barChart } from "../../charts/bars.ts";
import { lifted } from "../../core/slice.ts";
import { evaluate } from "../../cube/evaluate.ts";
import { valueCell } from "../cells.ts";
import { defineFigure } from "../kind.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { againstName, nowName } from "../slice-names.ts";
import { numeral, sorted, type TableCell } from "../table.ts";
import { barsOf, memberRows } from "./breakdown-figure.ts";
import { type FigureBody, figureOf } from "./figure.ts";
import { casesOfSize, namedNote, shownMembers } from "./shown-members.ts";

/** A row per agreed ratio: what was lost for that cause in the page's slice, and what the department bears of it. */
function ledgerRows(page: Page, borne: MetricView, losses: MetricView): TableCell[][] {
  const { cubes, reference } = page.site;
  const ask = ({ metric, slice }: MetricView, by: readonly string[]) =>
    evaluate(cubes, metric, { periods: [slice.period], filters: lifted(slice, by).filters, by });
  const lost = ask(losses, ["loss_kind", "loss_cause"]);
  const shares = ask(borne, ["loss_kind", "loss_cause", "department"]);
  return reference.ratios.map((ratio) => {
    const isSame = ({ members }: { members: Readonly<Record<string, string>> }) =>
      members["loss_kind"] === ratio.loss_kind && members["loss_cause"] === ratio.loss_cause;
    const share = shares.find((result) => isSame(result) && result.members["department"] === ratio.department);
    const named = (dimension: "loss_kind" | "loss_cause" | "department") =>
      sorted(page.member(dimension, ratio[dimension]), ratio[dimension]);
    return [
      named("loss_kind"),
      named("loss_cause"),
      named("department"),
      numeral(`${page.value(ratio.share, "share")}${ratio.is_published_case ? "†" : ""}`, ratio.share),
      valueCell(page, lost.find(isSame)?.value ?? null, losses.metric.unit),
      valueCell(page, share?.value ?? null, borne.metric.unit),
    ];
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
  const { ledger, ledgerHead, ledgerNote, ledgerSentence } = page.words.particular;
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
    table: () => ({
      caption: page.clauses(ledger, nowName(page, asked)),
      head: [
        ledgerHead.kind,
        ledgerHead.cause,
        ledgerHead.department,
        numeral(ledgerHead.ratio),
        numeral(ledgerHead.loss),
        numeral(ledgerHead.borne),
      ],
      rows: ledgerRows(page, borne, losses),
    }),
    notes: [ledgerNote, ...namedNote(page, rows.length, casesOfSize(page, borne.metric))],
  });
}

export default defineFigure({
  needs: ["losses-borne", "loss-amount"],
  make: ledgerFigure,
});
