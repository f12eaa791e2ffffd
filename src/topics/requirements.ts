import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 60,
  name: { zh: "需求评审", en: "Requirements" },
  title: { zh: "需求评审与 RICE", en: "Requirements and RICE" },
  question: { zh: "评分高的需求先立项了吗，卖得更好吗？", en: "Were high scores approved first, and did they sell better?" },
  accent: "response",
  figures: [
    "rice",
    "breakdown time-to-approval rice_quarter",
    "breakdown approval-rate value_class",
    "breakdown change-rate value_class",
    "calibration",
  ],
});
