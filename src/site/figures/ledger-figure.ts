import { barChart } from "../../charts/bars.ts";
import { evaluate } from "../../cube/evaluate.ts";
import { viewOf } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { metricOf } from "../registry.ts";
import { store } from "../store.ts";
import { numeral } from "../table.ts";
import { type FigureData, figureOf } from "./figure.ts";

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
  const bars = byDepartment.map(({ member, now, before }) => ({
    label: page.member("department", member),
    value: now.value,
    n: now.n,
    previous: before?.value ?? null,
    isHidden: false,
  }));
  const inPeriod = { periods: [page.period] };
  const lost = evaluate(store.cubes, losses.metric, { ...inPeriod, by: ["loss_kind", "loss_cause"] });
  const shares = evaluate(store.cubes, borne.metric, { ...inPeriod, by: ["loss_kind", "loss_cause", "department"] });
  const rows = store.reference.ratios.map((ratio) => {
    const isSame = ({ members }: { members: Readonly<Record<string, string>> }) =>
      members["loss_kind"] === ratio.loss_kind && members["loss_cause"] === ratio.loss_cause;
    const share = shares.find((result) => isSame(result) && result.members["department"] === ratio.department);
    return [
      page.member("loss_kind", ratio.loss_kind),
      page.member("loss_cause", ratio.loss_cause),
      page.member("department", ratio.department),
      numeral(`${page.value(ratio.share, "share")}${ratio.is_published_case ? "†" : ""}`),
      numeral(page.value(lost.find(isSame)?.value ?? null, unit)),
      numeral(page.value(share?.value ?? null, unit)),
    ];
  });
  return figureOf(page, borne, {
    id: "ledger",
    title: ledger,
    sentence,
    draw: (told) => barChart(bars, told),
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
      rows,
    },
    notes: [ledgerNote],
    besides: [losses.metric],
  });
}
