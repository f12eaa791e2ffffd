import { date, flag } from "../core/columns.ts";
import { chineseName, englishName } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "calendar",
  label: { zh: "公司日历", en: "Company calendar" },
  description: {
    zh: "每行一个与国家日历不同的日子：公司的休息日或补班日。",
    en: "One row per day on which the company differs from the national calendar: off, or worked.",
  },
  isReference: true,
  key: ["day"],
  columns: {
    day: date({
      label: { zh: "日期", en: "Day" },
      description: { zh: "这一天。", en: "The day." },
      required: true,
      publish: "grouped",
      example: "2026-08-07",
    }),
    is_working: flag({
      label: { zh: "上班", en: "Working" },
      description: { zh: "这一天是否上班。", en: "Whether it is worked." },
      required: true,
      publish: "grouped",
      example: "0",
    }),
    zh: chineseName,
    en: englishName,
  },
});
