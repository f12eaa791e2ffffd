import { choice, date, key, reference, text } from "../core/columns.ts";
import { anyDepartmentColumn } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";
import { orNotStated } from "../core/not-stated.ts";

export default defineTable({
  id: "requirement_changes",
  label: { zh: "需求变更", en: "Requirement changes" },
  description: { zh: "每行一次需求变更；来自 PLM。", en: "One row per change of a requirement; from the PLM." },
  key: ["change_id"],
  time: "changed_on",
  columns: {
    change_id: key({
      label: { zh: "变更编号", en: "Change" },
      description: { zh: "变更的唯一编号。", en: "Unique number of the change." },
      required: true,
      publish: "never",
      example: "CHG-2201",
    }),
    requirement_id: reference({
      label: { zh: "需求编号", en: "Requirement" },
      description: { zh: "被变更的需求。", en: "The requirement that was changed." },
      required: true,
      publish: "never",
      example: "REQ-10482",
      references: "requirements.requirement_id",
    }),
    changed_on: date({
      label: { zh: "变更日期", en: "Changed on" },
      description: { zh: "提出变更的日期。", en: "Day on which the change was asked for." },
      required: true,
      publish: "summed",
      example: "2026-04-11",
    }),
    asked_by: anyDepartmentColumn(
      { zh: "提出部门", en: "Asked by" },
      { zh: "提出变更的部门。", en: "Department that asked for the change." },
    ),
    reason: choice({
      label: { zh: "变更原因", en: "Reason" },
      description: { zh: "变更的原因。", en: "Why it was changed." },
      ...orNotStated,
      publish: "grouped",
      example: "unclear_requirement",
      values: {
        customer_change: { zh: "客户改变需求", en: "Customer changed its mind" },
        unclear_requirement: { zh: "需求不清", en: "Unclear requirement" },
        technical_limit: { zh: "技术限制", en: "Technical limit" },
        market_change: { zh: "市场变化", en: "Market change" },
        other: { zh: "其他", en: "Other" },
      },
    }),
    note: text({
      label: { zh: "说明", en: "Note" },
      description: { zh: "自由文字，从不公开。", en: "Free text, never published." },
      required: false,
      publish: "never",
      example: "客户追加了防水等级",
    }),
  },
});
