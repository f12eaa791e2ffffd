import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 10,
  isEffect: true,
  name: { zh: "需求响应", en: "Response" },
  title: { zh: "需求响应效率", en: "Responsiveness" },
  question: { zh: "客户需求多快变成项目？", en: "How fast does a customer requirement become a project?" },
  accent: "response",
  figures: ["rice"],
});
