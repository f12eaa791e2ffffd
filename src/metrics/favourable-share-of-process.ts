import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "satisfaction",
  rank: 7,
  label: { zh: "流程满意占比", en: "Favourable share on the process" },
  cases: { zh: "回答", en: "answers" },
  unit: "share",
  better: "higher",
  fact: "survey_answers",
  dimensions: ["side", "department", "item"],
  crossings: [["item", "side"]],
  finest: "quarter",
  value: ratio(count({ where: ["is_favourable", "is_process"] }), count({ where: ["is_answered", "is_process"] })),
});

export const documentation: Documentation = {
  description: {
    zh: "期内对流程各题的回答中 {favourable} 分及以上的占比。",
    en: "Of the answers to the items on the process in the period, the share of {favourable} or more.",
  },
  examples: [
    {
      given: [
        { is_favourable: true, is_answered: true, is_process: true },
        { is_favourable: false, is_answered: true, is_process: true },
        { is_favourable: false, is_answered: false, is_process: true },
        { is_favourable: true, is_answered: true, is_process: false },
      ],
      value: 0.5,
    },
    { given: [], value: null },
  ],
};
