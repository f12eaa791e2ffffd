import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 70,
  name: { zh: "线索交接", en: "Leads" },
  title: { zh: "线索交接", en: "Lead hand-off" },
  question: { zh: "市场交来的线索，销售接住了吗？", en: "Do sales pick up the leads that marketing hands over?" },
  accent: "market",
  figures: ["funnel", "cohorts", "returns", "grades"],
});
