import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 1,
  isLead: true,
  label: { zh: "SLA达成率", en: "SLA attainment" },
  cases: { zh: "到期承诺", en: "promises due" },
  unit: "share",
  better: "higher",
  fact: "promises",
  dimensions: ["department", "request_type", "priority", "category", "promise", "product_line", "region", "segment"],
  value: ratio(count({ where: "is_met" }), count()),
  remark: {
    label: { zh: "到期前取消、未计入的承诺", en: "Promises cancelled before they fell due, left out" },
    unit: "count",
    value: count({ of: "promises_made", where: "is_withdrawn" }),
  },
});

export const documentation: Documentation = {
  description: {
    zh: "期内到期的配合承诺中，在时限内兑现的占比。解决的承诺以系统导出的是否达标为准，其次看截止时间，都没有的按请求提出时生效的规则计算，等待提出方的时间不计；到期仍未兑现的算未达成。到期前取消的请求不计，其承诺数列在 n 旁；取消后 7 天内为同一商机重新提出的视为同一请求，从首次提出起算。",
    en: "Of the promises on service requests that fell due in the period, the share fulfilled within the limit: of a resolution as the export says, else by its due time, else by the rule in force when the request was opened, without the time of waiting for whoever asked; what was still unfulfilled counts as missed. Requests cancelled before they fell due are left out, and the number of their promises stands beside n; one opened again for the same deal within 7 days is the same request, on the clock since it was first opened.",
  },
  examples: [
    { given: [{ is_met: true }, { is_met: true }, { is_met: false }, { is_met: true }], value: 0.75 },
    { given: [], value: null },
    { given: { promises: [{ is_met: true }], promises_made: [{ is_withdrawn: true }, { is_withdrawn: false }] }, value: 1, remark: 1 },
  ],
};
