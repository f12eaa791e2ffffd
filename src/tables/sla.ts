import { choice, date, number } from "../core/columns.ts";
import { anyDepartmentColumn, anyMemberColumn } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";
import { notBefore } from "../core/rules.ts";

export default defineTable({
  id: "sla",
  label: { zh: "配合 SLA", en: "Collaboration SLAs" },
  description: {
    zh: "每行一条承诺：部门对一类请求在多长时间内响应或解决，何时起有效。",
    en: "One row per promise: within which time a department responds to or resolves a type of request, and from when on.",
  },
  isReference: true,
  key: ["department", "request_type", "priority", "promise", "valid_from"],
  columns: {
    department: anyDepartmentColumn(
      { zh: "部门", en: "Department" },
      { zh: "作出承诺的部门；空则适用于所有部门。", en: "Department that promises; empty where all do." },
    ),
    request_type: anyMemberColumn("request_type", {
      label: { zh: "请求类型", en: "Request type" },
      description: { zh: "承诺所及的请求；空则适用于所有类型。", en: "Requests that the promise covers; empty where it covers all." },
      example: "technical_support",
    }),
    priority: anyMemberColumn("priority", {
      label: { zh: "优先级", en: "Priority" },
      description: {
        zh: "承诺所及请求的优先级；空则适用于没有另行规定的所有优先级。",
        en: "Priority of the requests that it covers; empty where it covers all that have no rule of their own.",
      },
      example: "",
    }),
    promise: choice({
      label: { zh: "承诺", en: "Promise" },
      description: { zh: "首次响应或解决。", en: "First response or resolution." },
      required: true,
      publish: "grouped",
      example: "first_response",
      values: {
        first_response: { zh: "首次响应", en: "First response" },
        resolution: { zh: "解决", en: "Resolution" },
      },
    }),
    time_limit: number({
      label: { zh: "时限", en: "Limit" },
      description: { zh: "时限，单位由计时方式决定。", en: "The limit, in hours or working days as the clock says." },
      required: true,
      publish: "grouped",
      example: "24",
      min: 0.01,
    }),
    clock: choice({
      label: { zh: "计时方式", en: "Clock" },
      description: { zh: "按日历小时或按工作日计时。", en: "Whether calendar hours or working days count." },
      required: true,
      publish: "grouped",
      example: "calendar_hours",
      values: {
        calendar_hours: { zh: "日历小时", en: "Calendar hours" },
        working_days: { zh: "工作日", en: "Working days" },
      },
    }),
    valid_from: date({
      label: { zh: "生效日期", en: "Valid from" },
      description: { zh: "从这一天起提出的请求适用。", en: "It holds for requests opened from this day on." },
      required: true,
      publish: "grouped",
      example: "2025-07-01",
      isPlan: true,
    }),
    valid_to: date({
      label: { zh: "失效日期", en: "Valid to" },
      description: { zh: "适用的最后一天；仍有效则空。", en: "The last day on which it holds; empty while it is in force." },
      required: false,
      publish: "grouped",
      example: "",
      isPlan: true,
    }),
  },
  rules: [notBefore("valid_to", "valid_from")],
});
