import { defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 4,
  isLead: true,
  label: { zh: "跨部门沟通工时", en: "Cross-department communication hours" },
  description: {
    zh: "期内与其他部门会议、协作、培训的人时；部门内的不计。",
    en: "Person-hours of meetings, work and training with other departments in the period; time within a department is left out.",
  },
  cases: { zh: "工时记录", en: "timesheet entries" },
  unit: "hours",
  better: "lower",
  fact: "communication",
  dimensions: ["department", "counterpart", "work_kind"],
  crossings: [["department", "counterpart"]],
  value: sum("hours"),
  examples: [
    { given: [{ hours: 2 }, { hours: 3.5 }], value: 5.5 },
    { given: [], value: 0 },
  ],
});
