import { type Documentation, defineMetric } from "../cube/metric.ts";
import { quantile } from "../cube/parts.ts";
import { quantiles } from "../cube/quantiles.ts";

export default defineMetric({
  topic: "waiting",
  rank: 2,
  isLead: true,
  label: { zh: "解决中位历时（日历小时）", en: "Median elapsed time to resolution" },
  cases: { zh: "已解决请求", en: "requests resolved" },
  unit: "hours",
  better: "lower",
  fact: "resolutions",
  dimensions: ["department", "request_type", "priority", "category", "output", "product_line", "region", "segment"],
  value: quantile("elapsed_hours", 0.5, { step: 0.1 }),
  spread: quantiles("elapsed_hours", [0.5, 0.9], { step: 0.1 }),
  remark: {
    label: { zh: "除去等待提出方的时间", en: "Without the time of waiting for whoever asked" },
    unit: "hours",
    value: quantile("unpaused_hours", 0.5, { step: 0.1 }),
  },
});

export const documentation: Documentation = {
  description: {
    zh: "提出方所经历的：从提出到解决的日历小时中位数，夜间、周末和等待提出方的时间都计入，除去等待的中位数列在 n 旁；按解决日期计入，未解决和已取消的请求不计。",
    en: "As whoever asked lived it: median calendar hours from opening to resolution, nights, weekends and the time of waiting for whoever asked included; the median without that waiting stands beside n. In the period of the resolution; requests open or cancelled are left out.",
  },
  examples: [
    { given: [{ elapsed_hours: 8 }, { elapsed_hours: 16.5 }, { elapsed_hours: 80 }], value: 16.5 },
    {
      given: [
        { elapsed_hours: 8, unpaused_hours: 8 },
        { elapsed_hours: 30, unpaused_hours: 6 },
        { elapsed_hours: 31, unpaused_hours: 7.5 },
      ],
      value: 30,
      remark: 7.5,
    },
    { given: [], value: null },
  ],
};
