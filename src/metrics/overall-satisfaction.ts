import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "satisfaction",
  rank: 6,
  label: { zh: "总体满意度", en: "Overall satisfaction" },
  cases: { zh: "回答", en: "answers" },
  unit: "score",
  better: "higher",
  fact: "survey_answers",
  dimensions: ["side", "department", "item"],
  crossings: [["item", "side"]],
  finest: "quarter",
  value: mean("score"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内对全部题目回答的平均分，{least} 至 {most} 分；未注明方面的题目也在内。",
    en: "Mean score of the answers to all items in the period, {least} to {most}; items of no stated aspect are among them.",
  },
  examples: [
    {
      given: [
        { score: 5, is_mechanism: true },
        { score: 2, is_process: true },
        { score: 2, is_process: false, is_mechanism: false },
        { score: null },
      ],
      value: 3,
    },
    { given: [], value: null },
  ],
};
