import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "goals",
  rank: 2,
  label: { zh: "跨部门关联目标占比", en: "Cross-linked goals" },
  cases: { zh: "部门与岗位目标", en: "goals of departments and roles" },
  unit: "share",
  better: "higher",
  fact: "goals",
  dimensions: ["level", "department"],
  finest: "quarter",
  value: ratio(count({ where: "is_linked" }), count({ where: "is_below_company" })),
});

export const documentation: Documentation = {
  description: {
    zh: "期内到期的部门与岗位目标中，与其他部门的目标有关联的占比；任一方写明即算；任职人数不足的岗位的目标不计。",
    en: "Share of the departments’ and roles’ goals whose period ended in the period that are linked to a goal of another department; a link named by either side counts, and goals of roles that too few people hold are left out.",
  },
  examples: [
    {
      given: [
        { is_linked: true, is_below_company: true },
        { is_linked: false, is_below_company: true },
        { is_linked: false, is_below_company: false },
      ],
      value: 0.5,
    },
    { given: [], value: null },
  ],
};
