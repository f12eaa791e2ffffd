import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "sales",
  rank: 5,
  label: { zh: "退货与投诉", en: "Returns and complaints" },
  cases: { zh: "售后单", en: "after-sales cases" },
  unit: "count",
  better: "lower",
  fact: "cases_by_cause",
  dimensions: ["case_cause", "case_kind", "product_line", "region", "segment", "channel"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期内登记的退货与投诉件数，可按原因和类型看；产品线、区域等取自所涉订单。",
    en: "Returns and complaints opened in the period, by cause and kind too; product line, region and the like are those of the order concerned.",
  },
  examples: [
    { given: [{ case_kind: "return" }, { case_kind: "complaint" }], value: 2 },
    { given: [], value: 0 },
  ],
};
