import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "leads",
  rank: 6,
  label: { zh: "退回线索数", en: "Leads returned" },
  cases: { zh: "退回的线索", en: "returned leads" },
  unit: "count",
  better: "lower",
  fact: "lead_decisions",
  dimensions: ["source", "grade", "region", "return_reason"],
  crossings: [["return_reason", "source"]],
  value: count({ where: "is_returned" }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内被销售退回的已移交MQL数，可按退回原因细分。",
    en: "MQLs handed over that sales returned in the period; can be split by reason.",
  },
  examples: [
    { given: [{ is_returned: true }, { is_returned: true }, { is_returned: false }], value: 2 },
    { given: [], value: 0 },
  ],
};
