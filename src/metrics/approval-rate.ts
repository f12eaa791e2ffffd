import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "response",
  rank: 5,
  label: { zh: "立项率", en: "Approval rate" },
  cases: { zh: "已决定需求", en: "decided requirements" },
  unit: "share",
  better: "higher",
  fact: "decisions",
  dimensions: ["product_line", "region", "segment", "value_class", "department", "rice_quarter"],
  crossings: [["value_class", "rice_quarter"]],
  value: ratio(count({ where: "is_approved" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内作出决定的需求中，批准立项的占比；未决定的不计。",
    en: "Of the requirements decided in the period, the share approved; undecided ones are left out.",
  },
  examples: [
    { given: [{ is_approved: true }, { is_approved: true }, { is_approved: true }, { is_approved: false }], value: 0.75 },
    { given: [], value: null },
  ],
};
