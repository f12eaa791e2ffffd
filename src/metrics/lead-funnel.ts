import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "leads",
  rank: 7,
  label: { zh: "线索到达的阶段数", en: "Stages reached by leads" },
  cases: { zh: "到达的阶段", en: "stages reached" },
  unit: "count",
  better: "neither",
  isOnlyByMember: true,
  fact: "lead_stages",
  dimensions: ["funnel_stage", "source", "grade", "region"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期内新建的线索到达的交接阶段数：一条线索在到达过的每个阶段各计一次；合计不是线索数，应按阶段来看。",
    en: "Stages of the hand-off reached by the leads created in the period: a lead counts once in each stage that it has reached. The total is not a number of leads; read it by stage.",
  },
  examples: [
    { given: [{ funnel_stage: "created" }, { funnel_stage: "mql" }, { funnel_stage: "created" }], value: 3 },
    { given: [], value: 0 },
  ],
};
