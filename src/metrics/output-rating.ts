import { defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 12,
  label: { zh: "成果评分", en: "Rating of the work" },
  description: {
    zh: "期内解决的请求中，提出部门所打评分（1至5分）的平均；未评分的不计。",
    en: "Mean rating, from 1 to 5, that those who asked gave to the requests resolved in the period; requests without a rating are left out.",
  },
  cases: { zh: "评分", en: "ratings" },
  unit: "score",
  better: "higher",
  fact: "resolutions",
  dimensions: ["department", "request_type", "output", "product_line", "region", "segment"],
  value: mean("rating"),
  examples: [
    { given: [{ rating: 5 }, { rating: 2 }, { rating: null }], value: 3.5 },
    { given: [{ rating: null }], value: null },
    { given: [], value: null },
  ],
});
