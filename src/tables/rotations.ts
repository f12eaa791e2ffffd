import { date, key, reference } from "../core/columns.ts";
import { departmentColumn } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";
import { notBefore } from "../core/rules.ts";

export default defineTable({
  id: "rotations",
  label: { zh: "轮岗", en: "Rotations" },
  description: {
    zh: "每行一次岗位轮换，不写人名；来自人事系统。",
    en: "One row per rotation of a role into another department, without names; from the HR system.",
  },
  key: ["rotation_id"],
  time: "starts_on",
  columns: {
    rotation_id: key({
      label: { zh: "轮岗编号", en: "Rotation" },
      description: { zh: "轮岗的唯一编号。", en: "Unique number of the rotation." },
      required: true,
      publish: "never",
      example: "RT-018",
    }),
    role: reference({
      label: { zh: "岗位", en: "Role" },
      description: { zh: "轮岗者的岗位。", en: "Role of the one who rotates." },
      required: true,
      publish: "grouped",
      example: "engineer",
      references: "members.member",
      where: { column: "dimension", is: "role" },
    }),
    from_department: departmentColumn({ zh: "派出部门", en: "From" }, { zh: "派出的部门。", en: "Department that sends." }),
    to_department: departmentColumn({ zh: "接收部门", en: "To" }, { zh: "接收的部门。", en: "Department that receives." }),
    starts_on: date({
      label: { zh: "开始日期", en: "Starts on" },
      description: { zh: "轮岗的第一天。", en: "First day of the rotation." },
      required: true,
      publish: "summed",
      example: "2026-03-02",
      isPlan: true,
    }),
    ends_on: date({
      label: { zh: "结束日期", en: "Ends on" },
      description: { zh: "轮岗的最后一天，可在将来。", en: "Last day of the rotation, which may lie ahead." },
      required: true,
      publish: "summed",
      example: "2026-05-29",
      isPlan: true,
    }),
  },
  rules: [notBefore("ends_on", "starts_on")],
});
