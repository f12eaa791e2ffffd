import { defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 1,
  isLead: true,
  label: { zh: "SLA达成率", en: "SLA attainment" },
  description: {
    zh: "期内到期的配合承诺中，在时限内兑现的占比。时限按请求提出时生效的规则计算；到期前已取消的请求不计，到期仍未兑现的算未达成。",
    en: "Of the promises on service requests that fell due in the period, the share fulfilled within the limit, by the rule in force when the request was opened; requests cancelled before they fell due are left out, and what was still unfulfilled counts as missed.",
  },
  cases: { zh: "到期承诺", en: "promises due" },
  unit: "share",
  better: "higher",
  fact: "promises",
  dimensions: ["department", "request_type", "promise", "product_line", "region", "segment"],
  value: ratio(count({ where: "is_met" }), count()),
  examples: [
    { given: [{ is_met: true }, { is_met: true }, { is_met: false }, { is_met: true }], value: 0.75 },
    { given: [], value: null },
  ],
});
