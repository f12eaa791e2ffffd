import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 12,
  label: { zh: "成果评分", en: "Rating of the work" },
  cases: { zh: "评分", en: "ratings" },
  unit: "rating",
  better: "higher",
  fact: "ratings",
  dimensions: ["department", "output"],
  finest: "quarter",
  value: mean("rating"),
});

export const documentation: Documentation = {
  description: {
    zh: "在期内已结束的季度里解决的请求中，提出部门所打评分（1 至 5 分）的平均；未评分的不计，评分太少的产出不单独显示。",
    en: "Mean rating, from 1 to 5, that those who asked gave to the requests resolved in the quarters of the period that are over; requests without a rating are left out, and outputs with too few are not shown on their own.",
  },
  examples: [
    { given: [{ rating: 5 }, { rating: 2 }, { rating: null }], value: 3.5 },
    { given: [{ rating: null }], value: null },
    { given: [], value: null },
  ],
};
