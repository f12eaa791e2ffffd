import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "leads",
  rank: 3,
  isLead: true,
  label: { zh: "线索及时跟进率", en: "Leads followed up in time" },
  cases: { zh: "跟进到期的线索", en: "leads due for follow-up" },
  unit: "share",
  better: "higher",
  fact: "lead_follow_ups",
  dimensions: ["source", "grade", "region"],
  crossings: [["source", "region"]],
  value: ratio(count({ where: "is_in_time" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内首次跟进到期的已分派线索中，按分派时的规则按时跟进的占比；在到期日或更早关闭而未跟进的不计。",
    en: "Share of the assigned leads whose first follow-up fell due in the period that were followed up within the limit in force when they were assigned; those closed on the due day or before without a follow-up are left out.",
  },
  examples: [
    { given: [{ is_in_time: true }, { is_in_time: true }, { is_in_time: true }, { is_in_time: false }], value: 0.75 },
    { given: [], value: null },
  ],
};
