import { date, flag, text } from "../core/columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "calendar_years",
  label: { zh: "年度放假安排", en: "Calendar of a year" },
  description: {
    zh: "每年一个文件（如 calendar-2027.csv），每行一个与每周工作日不同的日子：放假或补班。",
    en: "A file for each year, such as calendar-2027.csv, with a row per day that differs from the working week: off, or made up for.",
  },
  isReference: true,
  yearly: "calendar",
  key: ["day"],
  columns: {
    day: date({
      label: { zh: "日期", en: "Day" },
      description: { zh: "这一天，在文件名所写的那一年。", en: "The day, in the year that the file is named for." },
      required: true,
      publish: "grouped",
      example: "2027-10-01",
    }),
    is_working: flag({
      label: { zh: "上班", en: "Working" },
      description: { zh: "这一天是否上班。", en: "Whether it is worked." },
      required: true,
      publish: "grouped",
      example: "0",
    }),
    zh: text({
      label: { zh: "中文名", en: "Chinese name" },
      description: { zh: "这一天的名称。", en: "What the day is, in Chinese." },
      required: false,
      publish: "grouped",
      example: "国庆节",
    }),
    en: text({
      label: { zh: "英文名", en: "English name" },
      description: { zh: "这一天的英文名称。", en: "What the day is, in English." },
      required: false,
      publish: "grouped",
      example: "National Day",
    }),
    is_provisional: flag({
      label: { zh: "暂定", en: "Provisional" },
      description: {
        zh: "推算出的日子，尚未与国务院办公厅的通知核对。只要有一行为 1，这一年就是暂定；核对后改为 0 或删去此列。",
        en: "The day is computed, and not yet checked against the State Council's notice. While one row says 1 the year is provisional; once checked, say 0 or delete the column.",
      },
      required: false,
      publish: "grouped",
      example: "1",
    }),
  },
});
