import { type Documentation, defineMetric } from "../cube/metric.ts";
import { ratio, sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "satisfaction",
  rank: 5,
  label: { zh: "问卷回收率", en: "Survey response rate" },
  cases: { zh: "受邀者", en: "people invited" },
  unit: "share",
  better: "higher",
  fact: "survey_participation",
  dimensions: ["side", "department"],
  finest: "quarter",
  value: ratio(sum("respondents", { isOfThings: true }), sum("invited", { isOfThings: true })),
});

export const documentation: Documentation = {
  description: {
    zh: "期内答题人数 ÷ 受邀人数。",
    en: "People who answered in the period ÷ people invited.",
  },
  examples: [
    {
      given: [
        { respondents: 30, invited: 40 },
        { respondents: 0, invited: 10 },
      ],
      value: 0.6,
    },
    { given: [], value: null },
  ],
};
