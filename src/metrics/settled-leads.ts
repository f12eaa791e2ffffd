import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "leads",
  rank: 9,
  label: { zh: "线索办结率", en: "Leads closed" },
  cases: { zh: "新建线索", en: "leads created" },
  unit: "share",
  better: "higher",
  fact: "lead_cohorts",
  dimensions: ["source", "grade", "region"],
  value: ratio(count({ where: "is_settled" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内新建的线索中至今已有结果（赢单、丢单或退回）的占比；说明这一期的转化率是否已经成熟。",
    en: "Share of the leads created in the period whose outcome (won, lost or returned) is known by now; it shows whether their conversion can be judged yet.",
  },
  examples: [
    { given: [{ is_settled: true }, { is_settled: true }, { is_settled: true }, { is_settled: false }], value: 0.75 },
    { given: [], value: null },
  ],
};
