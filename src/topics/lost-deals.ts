import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 80,
  name: { zh: "因延误丢单", en: "Lost deals" },
  title: { zh: "因协作延误丢单", en: "Deals lost to late collaboration" },
  question: { zh: "因配合延误丢了多少单，卡在谁那里？", en: "How much was lost to late collaboration, and where did it stall?" },
  accent: "cost",
  figures: ["chain"],
});
