import type { Result } from "../../cube/evaluate.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { crossing, crossingResults } from "./crossing.ts";
import type { FigureBody } from "./figure.ts";

const PAIR = ["source", "return_reason"] as const;

/** Members of a dimension with the numbers of all their results together, most first. */
function totalsBy(results: readonly Result[], dimension: (typeof PAIR)[number]) {
  const totals = [...Map.groupBy(results, ({ members }) => members[dimension] ?? "")].map(([member, own]) => ({
    member,
    count: own.reduce((sum, { value }) => sum + (value ?? 0), 0),
  }));
  return totals.sort((a, b) => b.count - a.count);
}

/** How large a share of the leads of one source, and of all sources, is returned; the reader's other filters hold for both. */
function returnRates(rate: MetricView, source: string): { own: number | null; whole: number | null } {
  const { rows } = rate.breakdown("source");
  const fractions = rows.map(({ now }) => now.fraction ?? { amount: 0, weight: 0 });
  const weight = fractions.reduce((sum, each) => sum + each.weight, 0);
  return {
    own: rows.find(({ member }) => member === source)?.now.value ?? null,
    whole: weight > 0 ? fractions.reduce((sum, { amount }) => sum + amount, 0) / weight : null,
  };
}

/** From where most returned leads come, why, and how large a share of that source is returned. */
function returnsSentence(page: Page, results: readonly Result[]): string | null {
  const [most, ...others] = totalsBy(results, "source");
  const whole = others.reduce((sum, { count }) => sum + count, most?.count ?? 0);
  const own = results.filter(({ members }) => members["source"] === most?.member);
  const reason = totalsBy(own, "return_reason")[0];
  if (!most || !reason || whole === 0) return null;
  const rates = returnRates(page.view("lead-return-rate"), most.member);
  return page.words.handoffs.returnsSentence({
    source: page.member("source", most.member),
    count: page.count(most.count),
    share: page.value(most.count / whole, "share"),
    reason: page.member("return_reason", reason.member),
    rate: page.value(rates.own, "share"),
    whole: page.value(rates.whole, "share"),
  });
}

/** Where returned leads came from and why they were returned; null without any. */
function returnsFigure(page: Page): FigureBody | null {
  const view = page.view("returned-leads");
  const results = crossingResults(page, view, PAIR).filter(({ value }) => value !== null && value > 0);
  if (results.length === 0) return null;
  return crossing(page, view, PAIR, { title: page.words.handoffs.returns, sentence: returnsSentence(page, results) });
}

export default defineFigure({
  needs: ["returned-leads", "lead-return-rate"],
  by: () => PAIR,
  make: returnsFigure,
});
