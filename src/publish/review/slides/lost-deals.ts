import type { Page } from "../../../site/ask/page.ts";
import { casesCell, shownCell } from "../../../site/say/cells.ts";
import { metricHref } from "../../../site/say/metric-link.ts";
import { metricSentence } from "../../../site/say/sentences.ts";
import { againstName, nowName } from "../../../site/say/slice-names.ts";
import { numeral, type TableData } from "../../../site/say/table.ts";
import { hasMetric, metricOf, systemsOf } from "../../../site/site.ts";
import { slideTable, tableAsText } from "../blocks.ts";
import type { SlideMaker } from "../context.ts";

const [LOST, AMOUNT] = ["deals-lost-to-delay", "amount-lost-to-delay"];

/** The metric of the amount of the deals of a cause. */
const AMOUNTS: Readonly<Record<string, string>> = {
  avoidable: "avoidable-delay-amount",
  resource: "resource-delay-amount",
  unreviewed: "unreviewed-delay-amount",
};

/** Deals lost to delay by cause, those that nobody has reviewed at the end. */
function causesTable(page: Page): TableData {
  const { words } = page;
  const { rows } = page.view(LOST).breakdown("delay_cause");
  const known = rows.toSorted((a, b) => Number(a.member === "unreviewed") - Number(b.member === "unreviewed"));
  const amountOf = (cause: string) => {
    const id = AMOUNTS[cause];
    return id && hasMetric(page.site, id) ? shownCell(page, page.view(id).standing?.point, "cny") : numeral(words.missing);
  };
  const hasAmounts = hasMetric(page.site, AMOUNT) && known.some(({ member }) => hasMetric(page.site, AMOUNTS[member] ?? ""));
  return {
    caption: "",
    head: [
      words.review.cause,
      numeral(nowName(page)),
      numeral(againstName(page)),
      ...(hasAmounts ? [numeral(page.say(metricOf(page.site, AMOUNT).label))] : []),
    ],
    rows: known.map(({ member, now, before }) => [
      page.member("delay_cause", member),
      casesCell(page, now),
      casesCell(page, before),
      ...(hasAmounts ? [amountOf(member)] : []),
    ]),
  };
}

/** Deals lost to late collaboration by cause. */
const lostDeals: SlideMaker = ({ page, describe }) => {
  if (!hasMetric(page.site, LOST)) return [];
  const view = page.view(LOST);
  if (!view.metric.dimensions.includes("delay_cause") || !view.standing?.point.value) return [];
  const table = causesTable(page);
  const systems = page.listed(systemsOf(page.site, view.metric).map(page.say));
  return [
    {
      id: "lost-deals",
      says: metricSentence(page, view),
      blocks: [slideTable(table), { kind: "list", caption: "", items: [page.words.review.unreviewed] }],
      systems,
      figure: `${LOST}-by-delay-cause`,
      href: metricHref(page, LOST, `${LOST}-by-delay-cause`),
      notes: [page.say(describe(view.metric)), tableAsText(table)],
    },
  ];
};

export default lostDeals;
