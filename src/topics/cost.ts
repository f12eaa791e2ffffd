import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 30,
  isEffect: true,
  name: { zh: "协同成本", en: "Cost" },
  title: { zh: "协同成本", en: "Cost of friction" },
  question: { zh: "协作不畅花了多少钱和时间？", en: "What does friction cost?" },
  accent: "cost",
  figures: ["pairs", "rework-causes", "ledger"],
});
