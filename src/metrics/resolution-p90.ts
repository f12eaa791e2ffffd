import { type Documentation, defineMetric } from "../cube/metric.ts";
import { survival } from "../cube/parts.ts";
import { survivals } from "../cube/survival.ts";

const WAITS = { ended: "hours_to_resolution", open: "hours_unresolved" };

export default defineMetric({
  topic: "matrix",
  rank: 6,
  label: { zh: "解决 90 分位用时（含未结）", en: "Time to resolution, P90 with those open" },
  cases: { zh: "提出的请求", en: "requests opened" },
  unit: "working_hours",
  better: "lower",
  fact: "request_waits",
  dimensions: ["department", "request_type", "priority", "category", "product_line", "region", "segment"],
  value: survival(WAITS, 0.9, { step: 0.5 }),
  spread: survivals(WAITS, [0.5, 0.9], { step: 0.5 }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内提出的请求中九成得到解决所用的工作小时，等待提出方的时间不计；未结的按已等待的时长计入，取消的计至取消为止（Kaplan–Meier 估计）。按提出日期计入，过去时期的数值会随后来的解决而变；得到解决的不到九成时没有数值。",
    en: "Working hours, less those of waiting for whoever asked, within which nine in ten of the requests opened in the period were resolved; those unresolved count with the time they have waited, and cancelled ones up to then (Kaplan–Meier estimate). Figures of past periods change as resolutions come, and there is none until nine in ten are resolved.",
  },
  examples: [
    { given: [{ hours_to_resolution: 1 }, { hours_to_resolution: 6.5 }, { hours_to_resolution: 20 }], value: 20 },
    { given: [{ hours_to_resolution: 1 }, { hours_unresolved: 6.5 }, { hours_to_resolution: 20 }], value: 20 },
    { given: [{ hours_to_resolution: 1 }, { hours_unresolved: 6.5 }], value: null },
    { given: [], value: null },
  ],
};
