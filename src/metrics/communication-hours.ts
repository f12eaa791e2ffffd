import { type Documentation, defineMetric } from "../cube/metric.ts";
import { ratio, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 4,
  isLead: true,
  label: { zh: "跨部门沟通工时", en: "Cross-department communication hours" },
  cases: { zh: "工时记录", en: "timesheet entries" },
  unit: "hours",
  better: "lower",
  fact: "communication",
  dimensions: ["department", "counterpart", "work_kind"],
  crossings: [["department", "counterpart"]],
  value: sum("hours"),
  remark: {
    label: { zh: "其中协作与培训", en: "Work and training among them" },
    unit: "share",
    value: ratio(sum("hours", { where: "is_other" }), sum("hours")),
  },
});

export const documentation: Documentation = {
  description: {
    zh: "期内与其他部门会议、协作、培训的人时；部门内的不计。其中协作与培训的占比列在 n 旁，只计会议的见“跨部门会议工时”。",
    en: "Person-hours of meetings, work and training with other departments in the period; time within a department is left out. The share of work and training among them stands beside n; meetings alone are a metric of their own.",
  },
  examples: [
    { given: [{ hours: 2 }, { hours: 3.5 }], value: 5.5 },
    {
      given: [
        { hours: 3, is_other: false },
        { hours: 1, is_other: true },
      ],
      value: 4,
      remark: 0.25,
    },
    { given: [], value: 0 },
  ],
};
