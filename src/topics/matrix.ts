import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 50,
  hasOwnPage: true,
  name: { zh: "部门职责", en: "Departments" },
  title: { zh: "部门职责矩阵", en: "Department-responsibility matrix" },
  question: { zh: "该找哪个部门，谈什么？承诺兑现了吗？", en: "Which department to talk to, and about what? Were the promises kept?" },
  withoutPromises: {
    name: { zh: "部门支持", en: "Support" },
    title: { zh: "部门支持", en: "Department support" },
    question: { zh: "请求多久得到解决？还有多少未结？", en: "How long does it take to resolve a request, and how many are still open?" },
  },
  accent: "matrix",
  figures: ["clock"],
});
