import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "rhythm",
  rank: 3,
  label: { zh: "部门例会按期召开率", en: "Department meeting rate" },
  cases: { zh: "部门参加的会议", en: "meetings of departments" },
  unit: "share",
  better: "higher",
  fact: "meeting_departments",
  dimensions: ["department", "meeting_series"],
  crossings: [["department", "meeting_series"]],
  value: ratio(count({ where: "is_held" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内计划的例会中在计划当天召开的占比，按参加部门计；一次会议对每个参加部门各计一次。",
    en: "Share of the meetings planned in the period that were held on the day planned, by department taking part; a meeting counts once for each of them.",
  },
  examples: [
    { given: [{ is_held: true }, { is_held: false }], value: 0.5 },
    { given: [], value: null },
  ],
};
