import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 90,
  name: { zh: "目标对齐", en: "Goals" },
  title: { zh: "目标对齐", en: "Goal alignment" },
  question: { zh: "各部门的目标连在一起吗，达成了吗？", en: "Do the goals of departments hang together, and are they reached?" },
  accent: "satisfaction",
  figures: ["goal-tree"],
});
