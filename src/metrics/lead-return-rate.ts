import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "leads",
  rank: 5,
  label: { zh: "线索退回率", en: "Lead return rate" },
  cases: { zh: "有结论的MQL", en: "settled MQLs" },
  unit: "share",
  better: "lower",
  fact: "lead_decisions",
  dimensions: ["source", "grade", "region"],
  crossings: [["source", "grade"]],
  value: ratio(count({ where: "is_returned" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内有结论的已移交MQL中被销售退回的占比。",
    en: "Share of the MQLs handed over and settled in the period that sales returned.",
  },
  examples: [
    { given: [{ is_returned: true }, { is_returned: false }], value: 0.5 },
    { given: [], value: null },
  ],
};
