import type { Result } from "../../cube/evaluate.ts";
import type { Page } from "../page.ts";
import { crossing, crossingResults } from "./crossing.ts";
import type { FigureData } from "./figure.ts";

const PAIR = ["source", "return_reason"] as const;

/** Members of a dimension with the numbers of all their results together, most first. */
function totalsBy(results: readonly Result[], dimension: (typeof PAIR)[number]) {
  const totals = [...Map.groupBy(results, ({ members }) => members[dimension] ?? "")].map(([member, own]) => ({
    member,
    count: own.reduce((sum, { value }) => sum + (value ?? 0), 0),
  }));
  return totals.sort((a, b) => b.count - a.count);
}

/** From where most returned leads come, why, and how large a share of that source is returned. */
function sentenceOf(page: Page, results: readonly Result[]): string | null {
  const [most, ...others] = totalsBy(results, "source");
  const whole = others.reduce((sum, { count }) => sum + count, most?.count ?? 0);
  const own = results.filter(({ members }) => members["source"] === most?.member);
  const reason = totalsBy(own, "return_reason")[0];
  if (!most || !reason || whole === 0) return null;
  const rate = page.view("lead-return-rate");
  const ofSource = rate.breakdown("source").rows.find(({ member }) => member === most.member);
  return page.words.handoffs.returnsSentence({
    source: page.member("source", most.member),
    count: page.count(most.count),
    share: page.value(most.count / whole, "share"),
    reason: page.member("return_reason", reason.member),
    rate: page.value(ofSource?.now.value ?? null, "share"),
    whole: page.value(rate.standing?.point.value ?? null, "share"),
  });
}

/** Where returned leads came from and why they were returned; null without any. */
export default function returnsFigure(page: Page): FigureData | null {
  const view = page.view("returned-leads");
  const results = crossingResults(page, view, PAIR).filter(({ value }) => value !== null && value > 0);
  if (results.length === 0) return null;
  return crossing(page, view, PAIR, { title: page.words.handoffs.returns, sentence: sentenceOf(page, results) });
}
