import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "satisfaction",
  rank: 3,
  label: { zh: "满意占比", en: "Favourable share" },
  cases: { zh: "回答", en: "answers" },
  unit: "share",
  better: "higher",
  fact: "survey_answers",
  dimensions: ["side", "department", "item"],
  crossings: [["item", "side"]],
  finest: "quarter",
  value: ratio(count({ where: "is_favourable" }), count({ where: "is_answered" })),
});

export const documentation: Documentation = {
  description: {
    zh: "期内的全部回答中 {favourable} 分及以上的占比。",
    en: "Of all answers in the period, the share of {favourable} or more.",
  },
  examples: [
    {
      given: [
        { is_favourable: true, is_answered: true },
        { is_favourable: false, is_answered: true },
        { is_favourable: false, is_answered: false },
      ],
      value: 0.5,
    },
    { given: [], value: null },
  ],
};
