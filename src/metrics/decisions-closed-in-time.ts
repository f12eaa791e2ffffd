import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "rhythm",
  rank: 2,
  label: { zh: "决议按时完成率", en: "Decisions closed in time" },
  cases: { zh: "应完成的决议", en: "decisions due" },
  unit: "share",
  better: "higher",
  fact: "meetings",
  dimensions: ["meeting_series"],
  value: ratio(sum("decisions_closed_in_time", { isOfThings: true }), sum("decisions_due", { isOfThings: true })),
  remark: {
    label: { zh: "没有到期决议记录、未计入的会议", en: "Meetings without a record of decisions due, left out" },
    unit: "count",
    value: count({ where: "is_unrecorded" }),
  },
});

export const documentation: Documentation = {
  description: {
    zh: "期内计划的例会上应完成的决议中按时完成的占比；没有完成记录的算未按时，会议未召开的也一样。没有到期决议记录的会议不知有几项，不计，其次数列在 n 旁。",
    en: "Share of the decisions due at the meetings planned in the period that were closed in time; those without a record of closing count as not closed, at a meeting that was not held too. How many were due at a meeting without a record of that is unknown: it is left out, and the number of such meetings stands beside n.",
  },
  examples: [
    {
      given: [
        { decisions_closed_in_time: 3, decisions_due: 4 },
        { decisions_closed_in_time: 0, decisions_due: 2 },
      ],
      value: 0.5,
    },
    {
      given: [
        { decisions_closed_in_time: 3, decisions_due: 4 },
        { decisions_due: null, is_unrecorded: true },
      ],
      value: 0.75,
      remark: 1,
    },
    { given: [{ decisions_closed_in_time: 0, decisions_due: 0 }], value: null },
    { given: [], value: null },
  ],
};
