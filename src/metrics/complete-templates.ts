import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "response",
  rank: 9,
  label: { zh: "提报模板完整率", en: "Complete templates" },
  cases: { zh: "提报需求", en: "submitted requirements" },
  unit: "share",
  better: "higher",
  fact: "submissions",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: ratio(count({ where: "is_complete_template" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内提报的需求中，场景、客户画像、竞品、预算四项齐全的占比。",
    en: "Of the requirements submitted in the period, the share that gives all of scenario, customer profile, competitor and budget.",
  },
  examples: [
    { given: [{ is_complete_template: true }, { is_complete_template: false }], value: 0.5 },
    { given: [], value: null },
  ],
};
