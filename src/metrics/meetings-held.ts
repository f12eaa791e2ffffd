import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "rhythm",
  rank: 1,
  isLead: true,
  label: { zh: "例会按期召开率", en: "Meetings held as planned" },
  cases: { zh: "计划的会议", en: "meetings planned" },
  unit: "share",
  better: "higher",
  fact: "meetings",
  dimensions: ["meeting_series"],
  value: ratio(count({ where: "is_held" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内计划的例会中在计划当天召开的占比；改期或取消的算未按期。",
    en: "Share of the meetings planned in the period that were held on the day planned; moved and cancelled ones count as not held as planned.",
  },
  examples: [
    { given: [{ is_held: true }, { is_held: true }, { is_held: true }, { is_held: false }], value: 0.75 },
    { given: [], value: null },
  ],
};
