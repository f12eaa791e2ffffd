import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 72,
  name: { zh: "销售", en: "Sales" },
  title: { zh: "销售额与毛利", en: "Sales and margin" },
  question: { zh: "卖了多少，赚了多少？", en: "How much is sold, and what is earned on it?" },
  accent: "market",
});
