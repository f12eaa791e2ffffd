import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 10,
  label: { zh: "逾期未发布项目", en: "Overdue projects" },
  cases: { zh: "逾期未发布项目", en: "projects overdue" },
  unit: "count",
  better: "lower",
  fact: "overdue_projects",
  dimensions: ["product_line"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期末已过计划发布日而仍未发布的项目数；项目延期只计已发布的。",
    en: "Projects not released at the end of the period whose planned day is past; project delay covers the released ones only.",
  },
  examples: [
    { given: [{}, {}], value: 2 },
    { given: [], value: 0 },
  ],
};
