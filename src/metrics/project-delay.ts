import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 8,
  label: { zh: "项目延期", en: "Project delay" },
  cases: { zh: "承担份额", en: "shares of projects" },
  unit: "days",
  better: "lower",
  fact: "delays",
  dimensions: ["product_line", "department"],
  value: sum("delay_days"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内发布的项目比计划晚的天数，按约定份额计入承担部门；提前的计 0，尚未发布的不计。各项目之和，发布得越多数值越大。",
    en: "Days by which the projects released in the period were late, by the agreed share of each department; early ones count 0, and those not released are left out. It is a sum: the more projects are released, the larger it is.",
  },
  examples: [
    { given: [{ delay_days: 6 }, { delay_days: 4 }], value: 10 },
    { given: [], value: 0 },
  ],
};
