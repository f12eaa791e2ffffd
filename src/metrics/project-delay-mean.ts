import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "cost",
  rank: 9,
  label: { zh: "平均项目延期", en: "Mean project delay" },
  cases: { zh: "发布的项目", en: "projects released" },
  unit: "days",
  better: "lower",
  fact: "released_projects",
  dimensions: ["product_line"],
  value: mean("delay_days"),
  spread: quantiles("delay_days", [0.5, 0.9], { step: 1 }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内发布的项目比计划晚的平均天数；提前的计 0，尚未发布的不计。",
    en: "Mean days by which the projects released in the period were late; early ones count 0, and those not released are left out.",
  },
  examples: [
    { given: [{ delay_days: 0 }, { delay_days: 10 }, { delay_days: 5 }], value: 5 },
    { given: [], value: null },
  ],
};
