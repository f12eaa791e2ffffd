import { choice, key } from "../core/columns.ts";
import { chineseName, englishName } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";
import { orNotStated } from "../core/not-stated.ts";

export default defineTable({
  id: "survey_items",
  label: { zh: "问卷题目", en: "Survey items" },
  description: { zh: "每行一道题。", en: "One row per item of the questionnaire." },
  isReference: true,
  key: ["item"],
  columns: {
    item: key({
      label: { zh: "题目", en: "Item" },
      description: { zh: "题目的代号。", en: "Short name of the item." },
      required: true,
      publish: "grouped",
      example: "process_clear",
    }),
    aspect: choice({
      label: { zh: "方面", en: "Aspect" },
      description: {
        zh: "问的是流程还是机制；未注明则空。",
        en: "Whether it asks of the process or the mechanism; empty when not stated.",
      },
      ...orNotStated,
      publish: "grouped",
      example: "process",
      values: {
        process: { zh: "流程", en: "Process" },
        mechanism: { zh: "机制", en: "Mechanism" },
      },
    }),
    zh: chineseName,
    en: englishName,
  },
});
