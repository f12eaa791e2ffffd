import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "leads",
  rank: 1,
  isLead: true,
  label: { zh: "MQL→SQL转化率", en: "MQL to SQL" },
  cases: { zh: "有结论的MQL", en: "settled MQLs" },
  unit: "share",
  better: "higher",
  fact: "lead_decisions",
  dimensions: ["source", "grade", "region"],
  crossings: [["source", "grade"]],
  value: ratio(count({ where: "is_accepted" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内有结论的已移交MQL中被销售认可为SQL的占比；结论指认可、退回或在此之前丢失，仍在跟进的不计。",
    en: "Share of the MQLs handed over and settled in the period that were accepted as SQL; settled are those accepted, returned or lost before, and those still followed up are left out.",
  },
  examples: [
    { given: [{ is_accepted: true }, { is_accepted: false }], value: 0.5 },
    { given: [], value: null },
  ],
};
