import type { MetricView } from "../../site/ask/metric-view.ts";
import type { Page } from "../../site/ask/page.ts";
import { isSignal, judged } from "../../site/ask/verdicts.ts";

/** Metrics that lead a topic and stand out from chance, what is least likely to be chance first. */
export const signalsOf = (page: Page): MetricView[] =>
  page
    .views()
    .filter((view) => view.metric.isLead && isSignal(judged(page, view)))
    .sort((a, b) => (a.trial?.p ?? 1) - (b.trial?.p ?? 1));

/** So many have a slide of their own. */
export const MOST_SIGNALS = 4;
