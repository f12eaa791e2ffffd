import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, mean } from "../cube/parts.ts";

export default defineMetric({
  topic: "goals",
  rank: 1,
  isLead: true,
  label: { zh: "目标达成度", en: "Goal attainment" },
  cases: { zh: "到期目标", en: "goals whose period ended" },
  unit: "share",
  better: "higher",
  fact: "goals",
  dimensions: ["level", "department"],
  finest: "quarter",
  value: mean("attainment"),
  remark: {
    label: { zh: "结束未满 30 天、尚无实际值而未计入的目标", en: "Goals without an actual value within 30 days of their end, left out" },
    unit: "count",
    value: count({ where: "is_awaited" }),
  },
});

export const documentation: Documentation = {
  description: {
    zh: "期内到期的目标的平均达成度：实际 ÷ 目标（越低越好的为目标 ÷ 实际），每个目标在 0 到 100% 之间；结束满 30 天仍没有实际值的按 0 计，未满 30 天的不计，其数列在 n 旁；任职人数不足的岗位的目标不计。",
    en: "Mean attainment of the goals whose period ended in the period: actual ÷ target, or target ÷ actual where lower is better, each between 0 and 100%; a goal still without an actual value after 30 days counts 0; before, it is left out, and the number of those stands beside n; goals of roles that too few people hold are left out.",
  },
  examples: [
    { given: [{ attainment: 1 }, { attainment: 0.5 }, { attainment: null, is_awaited: true }], value: 0.75, remark: 1 },
    { given: [{ attainment: 1 }, { attainment: 0 }], value: 0.5, remark: 0 },
    { given: [], value: null },
  ],
};
