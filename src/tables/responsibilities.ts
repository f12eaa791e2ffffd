import { choice, reference, text } from "../core/columns.ts";
import { departmentColumn } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "responsibilities",
  label: { zh: "部门职责", en: "Responsibilities" },
  description: {
    zh: "每行一个部门在一个阶段的一项职责，及其产出。",
    en: "One row per duty of a department in a stage, with its output.",
  },
  isReference: true,
  key: [],
  columns: {
    department: departmentColumn({ zh: "部门", en: "Department" }, { zh: "承担职责的部门。", en: "Department whose duty it is." }),
    stage: choice({
      label: { zh: "阶段", en: "Stage" },
      description: { zh: "职责所在的业务阶段。", en: "Stage of the business flow." },
      required: true,
      publish: "grouped",
      example: "front",
      values: {
        front: { zh: "前端", en: "Front" },
        middle: { zh: "中端", en: "Middle" },
        back: { zh: "后端", en: "Back" },
        whole: { zh: "全流程", en: "Whole flow" },
      },
    }),
    duty_zh: text({
      label: { zh: "职责", en: "Duty" },
      description: { zh: "职责，中文。", en: "The duty, in Chinese." },
      required: true,
      publish: "grouped",
      example: "技术支持",
    }),
    duty_en: text({
      label: { zh: "英文职责", en: "Duty in English" },
      description: { zh: "职责，英文。", en: "The duty, in English." },
      required: true,
      publish: "grouped",
      example: "Technical support",
    }),
    output: reference({
      label: { zh: "产出", en: "Output" },
      description: { zh: "职责的产出；没有则空。", en: "What the duty produces; empty when nothing." },
      required: false,
      publish: "grouped",
      example: "feasibility_analysis",
      references: "members.member",
      where: { column: "dimension", is: "output" },
    }),
    request_types: text({
      label: { zh: "请求类型", en: "Request types" },
      description: { zh: "索取该产出的请求类型，以空格分隔。", en: "Request types that ask for the output, separated by spaces." },
      required: false,
      publish: "grouped",
      example: "feasibility technical_support",
    }),
    metrics: text({
      label: { zh: "指标", en: "Metrics" },
      description: { zh: "反映该职责的指标，以空格分隔。", en: "Ids of the metrics that show it, separated by spaces." },
      required: false,
      publish: "grouped",
      example: "time-to-release",
    }),
  },
});
