import { type Documentation, defineMetric } from "../cube/metric.ts";
import { difference, mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "satisfaction",
  rank: 4,
  isLead: true,
  label: { zh: "认知差距", en: "Perception gap" },
  cases: { zh: "回答", en: "answers" },
  unit: "points",
  better: "nearer-zero",
  fact: "survey_answers",
  dimensions: ["item"],
  finest: "quarter",
  value: difference(mean("score", { where: "is_sales" }), mean("score", { where: "is_rnd" })),
});

export const documentation: Documentation = {
  description: {
    zh: "期内销售的平均分 − 研发的平均分；越接近 0 越一致。",
    en: "Mean score of sales − mean score of R&D in the period; the nearer to 0, the more they agree.",
  },
  examples: [
    {
      given: [
        { score: 3, is_sales: true, is_rnd: false },
        { score: 4, is_sales: false, is_rnd: true },
      ],
      value: -1,
    },
    { given: [{ score: 3, is_sales: true, is_rnd: false }], value: null },
  ],
};
