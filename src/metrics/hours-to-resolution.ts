import { type Documentation, defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "matrix",
  rank: 15,
  label: { zh: "响应后到解决", en: "From response to resolution" },
  cases: { zh: "已解决请求", en: "requests resolved" },
  unit: "working_hours",
  better: "lower",
  fact: "resolutions",
  dimensions: ["department", "request_type", "priority", "category", "output", "product_line", "region", "segment"],
  value: mean("hours_to_resolution"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内解决的请求，从首次响应到解决的平均工作小时，等待提出方的时间不计；没有响应记录的从分派算起，分派也没有记录的从提出算起。",
    en: "Mean working hours from the first response to resolution, less those of waiting for whoever asked, of the requests resolved in the period; where no response is recorded from assignment, where no assignment is either from opening.",
  },
  examples: [
    { given: [{ hours_to_resolution: 1 }, { hours_to_resolution: 4 }], value: 2.5 },
    { given: [{ hours_to_resolution: null }, { hours_to_resolution: 3 }], value: 3 },
    { given: [], value: null },
  ],
};
