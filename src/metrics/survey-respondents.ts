import { type Documentation, defineMetric } from "../cube/metric.ts";
import { sum } from "../cube/parts.ts";

export default defineMetric({
  topic: "satisfaction",
  rank: 9,
  label: { zh: "答题人数", en: "Survey respondents" },
  cases: { zh: "答题者", en: "people who answered" },
  unit: "count",
  better: "higher",
  fact: "survey_respondents",
  dimensions: ["side", "department"],
  finest: "quarter",
  value: sum("respondents", { isOfThings: true }),
});

export const documentation: Documentation = {
  description: {
    zh: "期内答题的人数：一个部门在一个季度里，以回答最多的一题的答卷数为准；同一人每季度各算一次。",
    en: "People who answered in the period: of a department in a quarter, the answers that any item has at most. Who answers in two quarters counts twice.",
  },
  examples: [
    { given: [{ respondents: 30 }, { respondents: 8 }], value: 38 },
    { given: [], value: 0 },
  ],
};
