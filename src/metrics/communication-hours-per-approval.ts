import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 6,
  label: { zh: "单条立项沟通工时", en: "Communication hours per approval" },
  cases: { zh: "立项需求", en: "approved requirements" },
  unit: "hours",
  better: "lower",
  fact: "communication",
  dimensions: [],
  value: ratio(sum("hours"), count({ of: "decisions", where: "is_approved" })),
});

export const documentation: Documentation = {
  description: {
    zh: "期内跨部门沟通工时 ÷ 期内立项需求数。",
    en: "Hours spent with other departments in the period ÷ requirements approved in it.",
  },
  examples: [
    {
      given: { communication: [{ hours: 12 }], decisions: [{ is_approved: true }, { is_approved: true }, { is_approved: false }] },
      value: 6,
    },
    { given: [], value: null },
  ],
};
