import { defineMetric } from "../cube/metric.ts";
import { mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "goals",
  rank: 1,
  isLead: true,
  label: { zh: "目标达成度", en: "Goal attainment" },
  description: {
    zh: "期内到期的目标的平均达成度：实际 ÷ 目标（越低越好的为目标 ÷ 实际），每个目标在 0 到 100% 之间；没有实际值的、任职人数不足的岗位的不计。",
    en: "Mean attainment of the goals whose period ended in the period: actual ÷ target, or target ÷ actual where lower is better, each between 0 and 100%; goals without an actual value, and those of roles that too few people hold, are left out.",
  },
  cases: { zh: "有实际值的目标", en: "goals with an actual value" },
  unit: "share",
  better: "higher",
  fact: "goals",
  dimensions: ["level", "department"],
  finest: "quarter",
  value: mean("attainment"),
  examples: [
    { given: [{ attainment: 1 }, { attainment: 0.5 }, { attainment: null }], value: 0.75 },
    { given: [], value: null },
  ],
});
