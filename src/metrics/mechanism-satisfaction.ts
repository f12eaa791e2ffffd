import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "satisfaction",
  rank: 2,
  isLead: true,
  label: { zh: "机制满意度", en: "Satisfaction with the mechanism" },
  cases: { zh: "回答", en: "answers" },
  unit: "score",
  better: "higher",
  fact: "survey_answers",
  dimensions: ["side", "department", "item"],
  crossings: [["item", "side"]],
  finest: "quarter",
  value: mean("score", { where: "is_mechanism" }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内对机制各题回答的平均分，{least} 至 {most} 分。",
    en: "Mean score of the answers to the items on the mechanism in the period, {least} to {most}.",
  },
  examples: [
    {
      given: [
        { score: 5, is_mechanism: true },
        { score: null, is_mechanism: true },
      ],
      value: 5,
    },
    { given: [], value: null },
  ],
};
