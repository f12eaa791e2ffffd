import { type Documentation, defineMetric } from "../cube/metric.ts";
import { survival } from "../cube/parts.ts";
import { survivals } from "../cube/survival.ts";

const WAITS = { ended: "hours_to_response", open: "hours_unanswered" };

export default defineMetric({
  topic: "matrix",
  rank: 4,
  label: { zh: "首次响应 90 分位用时（含未响应）", en: "Time to first response, P90 with those open" },
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
    zh: "期内提出的请求中九成得到首次响应所用的工作小时；尚未响应的按已等待的时长计入，取消的计至取消为止（Kaplan–Meier 估计），没有响应记录的以解决为响应。按提出日期计入，过去时期的数值会随后来的响应而变；得到响应的不到九成时没有数值。",
    en: "Working hours within which nine in ten of the requests opened in the period were first answered; those unanswered count with the time they have waited, cancelled ones up to then (Kaplan–Meier estimate), and where no response is recorded resolution is one. Figures of past periods change as responses come, and there is none until nine in ten are answered.",
  },
  examples: [
    { given: [{ hours_to_response: 1 }, { hours_to_response: 6.5 }, { hours_to_response: 20 }], value: 20 },
    { given: [{ hours_to_response: 1 }, { hours_unanswered: 6.5 }, { hours_to_response: 20 }], value: 20 },
    { given: [{ hours_to_response: 1 }, { hours_unanswered: 6.5 }], value: null },
    { given: [], value: null },
  ],
};
