import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 55,
  name: { zh: "等待时长", en: "Waiting" },
  title: { zh: "提出方等了多久", en: "How long those who ask wait" },
  question: {
    zh: "从提出到答复、到解决，日历上过了多久？",
    en: "How much time passes on the calendar until a request is answered, and until it is resolved?",
  },
  accent: "matrix",
});
