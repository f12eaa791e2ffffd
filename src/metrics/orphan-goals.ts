import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "goals",
  rank: 3,
  label: { zh: "孤立目标占比", en: "Orphan goals" },
  cases: { zh: "部门与岗位目标", en: "goals of departments and roles" },
  unit: "share",
  better: "lower",
  fact: "goals",
  dimensions: ["level", "department"],
  finest: "quarter",
  value: ratio(count({ where: "is_orphan" }), count({ where: "is_below_company" })),
});

export const documentation: Documentation = {
  description: {
    zh: "期内到期的部门与岗位目标中，没有上级目标或其上级目标不存在的占比；任职人数不足的岗位的目标不计。",
    en: "Share of the departments’ and roles’ goals whose period ended in the period that have no parent, or one that does not exist; goals of roles that too few people hold are left out.",
  },
  examples: [
    {
      given: [
        { is_orphan: true, is_below_company: true },
        { is_orphan: false, is_below_company: true },
        { is_orphan: false, is_below_company: false },
      ],
      value: 0.5,
    },
    { given: [], value: null },
  ],
};
