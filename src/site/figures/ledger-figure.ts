import { barChart } from "../../charts/bars.ts";
import { evaluate } from "../../cube/evaluate.ts";
import type { Metric } from "../../cube/metric.ts";
import { viewOf } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricOf } from "../registry.ts";
import { store } from "../store.ts";
import { numeral, type TableCell } from "../table.ts";
import { barsOf } from "./breakdown-figure.ts";
import { type FigureData, figureOf } from "./figure.ts";

/** A row per agreed ratio: what was lost for that cause in the page's period, and what the department bears of it. */
function ledgerRows(page: Page, borne: Metric, losses: Metric): TableCell[][] {
  const inPeriod = { periods: [page.period] };
  const lost = evaluate(store.cubes, losses, { ...inPeriod, by: ["loss_kind", "loss_cause"] });
  const shares = evaluate(store.cubes, borne, { ...inPeriod, by: ["loss_kind", "loss_cause", "department"] });
  return store.reference.ratios.map((ratio) => {
    const isSame = ({ members }: { members: Readonly<Record<string, string>> }) =>
      members["loss_kind"] === ratio.loss_kind && members["loss_cause"] === ratio.loss_cause;
    const share = shares.find((result) => isSame(result) && result.members["department"] === ratio.department);
    return [
      page.member("loss_kind", ratio.loss_kind),
      page.member("loss_cause", ratio.loss_cause),
      page.member("department", ratio.department),
      numeral(`${page.value(ratio.share, "share")}${ratio.is_published_case ? "†" : ""}`),
      numeral(page.value(lost.find(isSame)?.value ?? null, losses.unit)),
      numeral(page.value(share?.value ?? null, borne.unit)),
    ];
  });
}

/** The responsibility ledger: what each department bears of the losses of the page's period; null without losses. */
export function ledgerFigure(page: Page): FigureData | null {
  const [borne, losses] = [viewOf(metricOf("losses-borne")), viewOf(metricOf("loss-amount"))];
  const byDepartment = borne.breakdown("department");
  const most = [...byDepartment].sort((a, b) => (b.now.value ?? 0) - (a.now.value ?? 0))[0];
  if (!most) return null;
  const { words } = page;
  const { ledger, ledgerHead, ledgerNote, ledgerSentence } = words.particular;
  const { unit } = borne.metric;
  const sentence = ledgerSentence(page.member("department", most.member), page.value(most.now.value, unit));
  return figureOf(page, borne, {
    id: "ledger",
    title: ledger,
    sentence,
    draw: (told) => barChart(barsOf(page, "department", byDepartment), told),
    table: {
      caption: `${ledger}, ${page.periodName(page.period)}`,
      head: [
        ledgerHead.kind,
        ledgerHead.cause,
        ledgerHead.department,
        numeral(ledgerHead.ratio),
        numeral(ledgerHead.loss),
        numeral(ledgerHead.borne),
      ],
      rows: ledgerRows(page, borne.metric, losses.metric),
    },
    notes: [ledgerNote],
    besides: [losses.metric],
  });
}
