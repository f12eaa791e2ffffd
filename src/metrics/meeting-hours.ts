import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 5,
  label: { zh: "跨部门会议工时", en: "Cross-department meeting hours" },
  cases: { zh: "会议工时记录", en: "timesheet entries of meetings" },
  unit: "hours",
  better: "lower",
  fact: "communication",
  dimensions: ["department", "counterpart"],
  crossings: [["department", "counterpart"]],
  value: sum("hours", { where: "is_meeting" }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内与其他部门会议的人时；协作、培训与部门内的会议不计。",
    en: "Person-hours of meetings with other departments in the period; work, training and meetings within a department are left out.",
  },
  examples: [
    {
      given: [
        { hours: 2, is_meeting: true },
        { hours: 3.5, is_meeting: false },
      ],
      value: 2,
    },
    { given: [], value: 0 },
  ],
};
