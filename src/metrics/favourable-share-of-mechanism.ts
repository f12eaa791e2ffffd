import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "satisfaction",
  rank: 8,
  label: { zh: "机制满意占比", en: "Favourable share on the mechanism" },
  cases: { zh: "回答", en: "answers" },
  unit: "share",
  better: "higher",
  fact: "survey_answers",
  dimensions: ["side", "department", "item"],
  crossings: [["item", "side"]],
  finest: "quarter",
  value: ratio(count({ where: ["is_favourable", "is_mechanism"] }), count({ where: ["is_answered", "is_mechanism"] })),
});

export const documentation: Documentation = {
  description: {
    zh: "期内对机制各题的回答中 {favourable} 分及以上的占比。",
    en: "Of the answers to the items on the mechanism in the period, the share of {favourable} or more.",
  },
  examples: [
    {
      given: [
        { is_favourable: true, is_answered: true, is_mechanism: true },
        { is_favourable: false, is_answered: true, is_mechanism: true },
        { is_favourable: false, is_answered: false, is_mechanism: true },
        { is_favourable: true, is_answered: true, is_mechanism: false },
      ],
      value: 0.5,
    },
    { given: [], value: null },
  ],
};
