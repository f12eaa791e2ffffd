import { type Documentation, defineMetric } from "../cube/metric.ts";
import { quantile } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "matrix",
  rank: 2,
  label: { zh: "承诺事项中位用时（各按其时钟）", en: "Median time of what was promised, by its own clock" },
  cases: { zh: "已响应或办结", en: "answered or resolved, in time or not" },
  unit: "hours",
  better: "lower",
  isOnlyByMember: true,
  fact: "promises",
  dimensions: ["department", "request_type", "priority", "category", "promise", "product_line", "region", "segment"],
  value: quantile("clock_hours", 0.5, { step: 0.1 }),
  spread: quantiles("clock_hours", [0.5, 0.9], { step: 0.1 }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内到期且已响应或办结的承诺（无论是否及时），从提出到响应或办结用时的中位数，按各规则自己的时钟计：日历小时或工作小时，解决的承诺不计等待提出方的时间。尚未响应或办结的不计。",
    en: "Median hours from opening to the response or resolution promised, in time or not, of the promises that fell due in the period, on the clock of each one's rule: calendar hours or working hours, of a resolution less those of waiting for whoever asked; those not yet answered or resolved are left out.",
  },
  examples: [
    { given: [{ clock_hours: 2 }, { clock_hours: 7.5 }, { clock_hours: 30 }], value: 7.5 },
    { given: [{ clock_hours: 4 }, { clock_hours: null }], value: 4 },
    { given: [], value: null },
  ],
};
