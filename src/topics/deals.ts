import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 75,
  name: { zh: "商机", en: "Deals" },
  title: { zh: "商机与赢单", en: "Deals" },
  question: { zh: "跟进的商机赢了多少，要多久？", en: "How many deals are won, and how long does it take?" },
  accent: "market",
});
