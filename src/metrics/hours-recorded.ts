import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "cost",
  rank: 13,
  label: { zh: "填报工时", en: "Hours recorded" },
  cases: { zh: "工时记录", en: "timesheet entries" },
  unit: "hours",
  better: "neither",
  fact: "hours_worked",
  dimensions: ["department", "work_kind"],
  value: sum("hours"),
});

export const documentation: Documentation = {
  description: {
    zh: "期内填报的全部人时，部门内的和未注明对方部门的也算在内。",
    en: "All person-hours recorded in the period, those within a department and those that name no other included.",
  },
  examples: [
    { given: [{ hours: 2 }, { hours: 3.5 }], value: 5.5 },
    { given: [], value: 0 },
  ],
};
