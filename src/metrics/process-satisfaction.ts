import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "satisfaction",
  rank: 1,
  isLead: true,
  label: { zh: "流程满意度", en: "Satisfaction with the process" },
  cases: { zh: "回答", en: "answers" },
  unit: "score",
  better: "higher",
  fact: "survey_answers",
  dimensions: ["side", "department", "item"],
  crossings: [["item", "side"]],
  finest: "quarter",
  value: mean("score", { where: "is_process" }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内对流程各题回答的平均分，{least} 至 {most} 分。",
    en: "Mean score of the answers to the items on the process in the period, {least} to {most}.",
  },
  examples: [
    {
      given: [
        { score: 4, is_process: true },
        { score: 3, is_process: true },
        { score: 1, is_process: false },
      ],
      value: 3.5,
    },
    { given: [], value: null },
  ],
};
