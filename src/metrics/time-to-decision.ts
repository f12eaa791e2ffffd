import { type Documentation, defineMetric } from "../cube/metric.ts";
import { survival } from "../cube/parts.ts";
import { survivals } from "../cube/survival.ts";

const WAITS = { ended: "days_to_decision", open: "days_undecided" };

export default defineMetric({
  topic: "response",
  rank: 2,
  label: { zh: "决定用时中位数（含未决）", en: "Median time to a decision, with those open" },
  cases: { zh: "提报需求", en: "submitted requirements" },
  unit: "days",
  better: "lower",
  fact: "submissions",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: survival(WAITS, 0.5, { step: 0.1 }),
  spread: survivals(WAITS, [0.5, 0.9], { step: 0.1 }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内提报的需求从提报到立项或否决的天数的中位数；未决的按已等待的天数计入（Kaplan–Meier 估计），搁置不会使它变好。按提报日期计入，过去时期的数值会随后来的决定而变；作出决定的不到一半时没有数值。",
    en: "Median days from submission to approval or rejection of the requirements submitted in the period; those still open count with the days they have waited (Kaplan–Meier estimate), so that putting them aside improves nothing. Figures of past periods change as decisions come, and there is none until half are decided.",
  },
  examples: [
    { given: [{ days_to_decision: 2 }, { days_to_decision: 5 }, { days_to_decision: 9 }], value: 5 },
    { given: [{ days_to_decision: 2 }, { days_undecided: 3 }, { days_to_decision: 9 }], value: 9 },
    { given: [{ days_to_decision: 2 }, { days_undecided: 3 }, { days_undecided: 4 }], value: null },
    { given: [], value: null },
  ],
};
