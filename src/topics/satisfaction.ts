import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 40,
  isEffect: true,
  name: { zh: "团队满意", en: "Satisfaction" },
  title: { zh: "团队满意度", en: "Team satisfaction" },
  question: { zh: "双方信任流程和机制吗？", en: "Do both sides trust the process and the mechanism?" },
  accent: "satisfaction",
  figures: ["gap"],
});
