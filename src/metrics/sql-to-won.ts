import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "leads",
  rank: 2,
  isLead: true,
  label: { zh: "SQL→赢单转化率", en: "SQL to won" },
  cases: { zh: "有结果的SQL", en: "closed SQLs" },
  unit: "share",
  better: "higher",
  fact: "sql_outcomes",
  dimensions: ["source", "grade", "region"],
  crossings: [["source", "grade"]],
  value: ratio(count({ where: "is_won" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内有结果（赢单或丢单）的SQL中赢单的占比。",
    en: "Share of the SQLs won or lost in the period that were won.",
  },
  examples: [
    { given: [{ is_won: true }, { is_won: false }, { is_won: false }, { is_won: false }], value: 0.25 },
    { given: [], value: null },
  ],
};
