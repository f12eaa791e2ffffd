import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "leads",
  rank: 8,
  label: { zh: "线索赢单转化率", en: "Lead conversion" },
  cases: { zh: "新建线索", en: "leads created" },
  unit: "share",
  better: "higher",
  fact: "lead_cohorts",
  dimensions: ["source", "grade", "region"],
  value: ratio(count({ where: "is_won" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内新建的线索中至今已赢单的占比；较近的线索多半还没有结果。",
    en: "Share of the leads created in the period that have been won so far; most of the recent ones have no outcome yet.",
  },
  examples: [
    { given: [{ is_won: true }, { is_won: false }, { is_won: false }, { is_won: false }], value: 0.25 },
    { given: [], value: null },
  ],
};
