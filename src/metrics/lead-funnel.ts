import { defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "leads",
  rank: 7,
  label: { zh: "线索交接进度", en: "Lead hand-off funnel" },
  description: {
    zh: "期内新建的线索到达的交接阶段数；一条线索在到达过的每个阶段各计一次，所以应按阶段来看。",
    en: "Stages of the hand-off reached by the leads created in the period; a lead counts once in each stage that it has reached, so that it is read by stage.",
  },
  cases: { zh: "线索", en: "leads" },
  unit: "count",
  better: "higher",
  fact: "lead_stages",
  dimensions: ["funnel_stage", "source", "grade", "region"],
  value: count(),
  examples: [
    { given: [{ funnel_stage: "created" }, { funnel_stage: "mql" }, { funnel_stage: "created" }], value: 3 },
    { given: [], value: 0 },
  ],
});
