import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "rhythm",
  rank: 4,
  label: { zh: "在岗轮岗数", en: "Rotations running" },
  cases: { zh: "轮岗", en: "rotations" },
  unit: "count",
  better: "neither",
  fact: "rotations",
  dimensions: ["department", "counterpart", "role"],
  crossings: [["department", "counterpart"]],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期末正在其他部门轮岗的人次。",
    en: "Rotations to another department that are running at the end of the period.",
  },
  examples: [
    { given: [{}, {}, {}], value: 3 },
    { given: [], value: 0 },
  ],
};
