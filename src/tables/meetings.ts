import { date, integer, key, list, reference } from "../core/columns.ts";
import { defineTable } from "../core/contract.ts";
import { noMoreThan } from "../core/rules.ts";

export default defineTable({
  id: "meetings",
  label: { zh: "会议", en: "Meetings" },
  description: {
    zh: "每行一次例会，计划与实际，及其决议；来自会议系统。",
    en: "One row per planned meeting, whether it was held and what became of its decisions; from the meeting system.",
  },
  key: ["meeting_id"],
  // an export may hold meetings that are yet to come
  time: "held_on",
  columns: {
    meeting_id: key({
      label: { zh: "会议编号", en: "Meeting" },
      description: { zh: "会议的唯一编号。", en: "Unique number of the meeting." },
      required: true,
      publish: "never",
      example: "M-0412",
    }),
    meeting_series: reference({
      label: { zh: "例会", en: "Meeting series" },
      description: { zh: "所属的例会。", en: "The series that it belongs to." },
      required: true,
      publish: "grouped",
      example: "rnd_sales_review",
      references: "members.member",
      where: { column: "dimension", is: "meeting_series" },
    }),
    planned_on: date({
      label: { zh: "计划日期", en: "Planned on" },
      description: { zh: "计划召开的日期。", en: "Day for which it was planned." },
      required: true,
      publish: "summed",
      example: "2026-03-04",
      isPlan: true,
    }),
    held_on: date({
      label: { zh: "召开日期", en: "Held on" },
      description: { zh: "实际召开的日期；未召开则空。", en: "Day on which it was held; empty when it was not." },
      required: false,
      publish: "summed",
      example: "2026-03-04",
    }),
    departments: list({
      label: { zh: "参会部门", en: "Departments" },
      description: { zh: "参会部门的代号，以分号分隔。", en: "Short names of the departments taking part, separated by semicolons." },
      required: true,
      publish: "grouped",
      example: "rnd;sales;product",
      references: "departments.department",
    }),
    decisions_taken: integer({
      label: { zh: "形成决议", en: "Decisions taken" },
      description: { zh: "会上形成的决议数。", en: "How many decisions were taken." },
      unit: "count",
      required: false,
      publish: "summed",
      example: "3",
      min: 0,
    }),
    decisions_due: integer({
      label: { zh: "到期决议", en: "Decisions due" },
      description: { zh: "上次以来到期的决议数。", en: "How many decisions fell due since the last one." },
      unit: "count",
      required: false,
      publish: "summed",
      example: "4",
      min: 0,
    }),
    decisions_closed_in_time: integer({
      label: { zh: "按期关闭决议", en: "Decisions closed in time" },
      description: { zh: "到期决议中按期完成的数。", en: "How many of those due were closed in time." },
      unit: "count",
      required: false,
      publish: "summed",
      example: "3",
      min: 0,
    }),
  },
  rules: [noMoreThan("decisions_closed_in_time", "decisions_due")],
});
