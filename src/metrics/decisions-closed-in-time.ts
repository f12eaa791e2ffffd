import { defineMetric } from "../cube/metric.ts";
import { ratio, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "rhythm",
  rank: 2,
  label: { zh: "决议按时完成率", en: "Decisions closed in time" },
  description: {
    zh: "期内例会上应完成的决议中按时完成的占比。",
    en: "Share of the decisions due at the meetings planned in the period that were closed in time.",
  },
  cases: { zh: "应完成的决议", en: "decisions due" },
  unit: "share",
  better: "higher",
  fact: "meetings",
  dimensions: ["meeting_series"],
  value: ratio(sum("decisions_closed_in_time", { isOfThings: true }), sum("decisions_due", { isOfThings: true })),
  examples: [
    {
      given: [
        { decisions_closed_in_time: 3, decisions_due: 4 },
        { decisions_closed_in_time: 0, decisions_due: 2 },
      ],
      value: 0.5,
    },
    { given: [{ decisions_closed_in_time: 0, decisions_due: 0 }], value: null },
    { given: [], value: null },
  ],
});
