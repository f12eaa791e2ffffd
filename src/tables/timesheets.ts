import { choice, date, hours } from "../core/columns.ts";
import { anyDepartmentColumn } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";
import { orNotStated } from "../core/not-stated.ts";

export default defineTable({
  id: "timesheets",
  label: { zh: "工时", en: "Timesheets" },
  description: {
    zh: "每行一条部门用于会议、协作或培训的工时及其对方部门，没有人名；来自工时系统。",
    en: "One row per entry of time that a department spent on meetings, work or training, with the department it was with, without a person; from the timesheets.",
  },
  key: [],
  time: "worked_on",
  columns: {
    worked_on: date({
      label: { zh: "日期", en: "Day" },
      description: { zh: "工作的日期。", en: "Day of the work." },
      required: true,
      publish: "summed",
      example: "2026-08-14",
    }),
    department: anyDepartmentColumn({ zh: "部门", en: "Department" }, { zh: "花费工时的部门。", en: "Department that spent the time." }),
    counterpart: anyDepartmentColumn(
      { zh: "对方部门", en: "Counterpart" },
      { zh: "一同工作的部门；相同即为部门内。", en: "Department it worked with; the same one means within the department." },
    ),
    work_kind: choice({
      label: { zh: "方式", en: "Kind" },
      description: { zh: "会议、协作或培训。", en: "Meeting, work or training." },
      ...orNotStated,
      publish: "grouped",
      example: "meeting",
      values: {
        meeting: { zh: "会议", en: "Meeting" },
        work: { zh: "协作", en: "Work" },
        training: { zh: "培训", en: "Training" },
      },
    }),
    hours: hours({
      label: { zh: "工时", en: "Hours" },
      description: { zh: "人时。", en: "Person-hours." },
      required: true,
      publish: "summed",
      example: "2.5",
      max: 1000,
    }),
  },
});
