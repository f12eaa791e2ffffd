import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "leads",
  rank: 10,
  label: { zh: "新增线索", en: "Leads created" },
  cases: { zh: "新建线索", en: "leads created" },
  unit: "count",
  better: "higher",
  fact: "new_leads",
  dimensions: ["source", "grade", "region"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期内新建的线索数。",
    en: "Leads created in the period.",
  },
  examples: [
    { given: [{}, {}], value: 2 },
    { given: [], value: 0 },
  ],
};
