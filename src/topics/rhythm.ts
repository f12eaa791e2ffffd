import { defineTopic } from "../cube/topic.ts";

export default defineTopic({
  rank: 100,
  name: { zh: "例会与决议", en: "Meetings" },
  title: { zh: "例会与决议", en: "Meetings and decisions" },
  question: { zh: "约定的会开了吗，定下的事办了吗？", en: "Are the agreed meetings held, and their decisions carried out?" },
  accent: "satisfaction",
});
