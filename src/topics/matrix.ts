import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 50,
  hasOwnPage: true,
  name: { zh: "部门职责", en: "Departments" },
  title: { zh: "部门职责矩阵", en: "Department-responsibility matrix" },
  question: { zh: "该找哪个部门，谈什么？承诺兑现了吗？", en: "Which department to talk to, and about what? Were the promises kept?" },
  accent: "matrix",
  figures: ["clock"],
});
