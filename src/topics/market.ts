import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 20,
  isEffect: true,
  name: { zh: "市场表现", en: "Market" },
  title: { zh: "产品市场表现", en: "Market results" },
  question: { zh: "协同带来了什么收益？", en: "What does the joint work earn?" },
  accent: "market",
  figures: ["launches", "ledger"],
});
