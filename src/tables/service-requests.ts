import { integer, key, reference, timestamp } from "../core/columns.ts";
import { anyDepartmentColumn, category, priority, productLine, region, segment } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";
import { orNotStated } from "../core/not-stated.ts";
import { dropping, notAfter, notBefore, notBoth } from "../core/rules.ts";
import { serviceLevel } from "../core/service-level.ts";

export default defineTable({
  id: "service_requests",
  label: { zh: "协作请求", en: "Service requests" },
  description: {
    zh: "每行一次部门间的请求，从提出到解决的各个时刻；来自工单系统或 CRM。",
    en: "One row per request of one department to another with its times from opening to resolution; from the ticket system or CRM.",
  },
  key: ["request_id"],
  time: "opened_at",
  columns: {
    request_id: key({
      label: { zh: "请求编号", en: "Request" },
      description: { zh: "请求的唯一编号。", en: "Unique number of the request." },
      required: true,
      publish: "never",
      example: "SR-2026-004512",
    }),
    requested_by: anyDepartmentColumn({ zh: "提出部门", en: "Requested by" }, { zh: "提出请求的部门。", en: "Department that asks." }),
    department: anyDepartmentColumn(
      { zh: "提供部门", en: "Providing department" },
      { zh: "被请求的部门。", en: "Department that is asked." },
    ),
    request_type: reference({
      label: { zh: "请求类型", en: "Request type" },
      description: { zh: "请求的是什么。", en: "What is asked for." },
      ...orNotStated,
      publish: "grouped",
      example: "technical_support",
      references: "members.member",
      where: { column: "dimension", is: "request_type" },
    }),
    priority,
    category,
    output_expected: reference({
      label: { zh: "预期产出", en: "Expected output" },
      description: { zh: "请求应得到的产出；无产出则空。", en: "The output that it should lead to; empty when there is none." },
      required: false,
      publish: "summed",
      example: "pitch_kit",
      references: "members.member",
      where: { column: "dimension", is: "output" },
    }),
    product_line: productLine,
    region,
    segment,
    deal_id: reference({
      label: { zh: "商机编号", en: "Deal" },
      description: { zh: "请求所为的商机，若有。", en: "The deal that it is for, if any." },
      required: false,
      publish: "never",
      example: "D-20418",
      references: "deals.deal_id",
    }),
    opened_at: timestamp({
      label: { zh: "提出时间", en: "Opened" },
      description: { zh: "提出请求的时刻；时限由此起算。", en: "When it was opened; the clock starts here." },
      required: true,
      publish: "summed",
      example: "2026-03-05 14:05",
    }),
    assigned_at: timestamp({
      label: { zh: "分派时间", en: "Assigned" },
      description: { zh: "在提供部门内有人负责的时刻。", en: "When somebody of the providing department took it." },
      required: false,
      publish: "summed",
      example: "2026-03-05 16:20",
    }),
    first_response_at: timestamp({
      label: { zh: "首次响应时间", en: "First response" },
      description: { zh: "首次答复的时刻。", en: "When it was first answered." },
      required: false,
      publish: "summed",
      example: "2026-03-06 10:00",
    }),
    resolved_at: timestamp({
      label: { zh: "解决时间", en: "Resolved" },
      description: { zh: "办结的时刻。", en: "When it was resolved." },
      required: false,
      publish: "summed",
      example: "2026-03-09 17:30",
    }),
    cancelled_at: timestamp({
      label: { zh: "撤销时间", en: "Cancelled" },
      description: { zh: "提出部门撤回的时刻。", en: "When the asking department withdrew it." },
      required: false,
      publish: "summed",
      example: "",
    }),
    ...serviceLevel,
    output_delivered: reference({
      label: { zh: "交付产出", en: "Delivered output" },
      description: { zh: "实际交付的产出。", en: "The output that was delivered." },
      required: false,
      publish: "grouped",
      example: "pitch_kit",
      references: "members.member",
      where: { column: "dimension", is: "output" },
    }),
    rating: integer({
      label: { zh: "评分", en: "Rating" },
      description: { zh: "提出部门对结果的评分，1 至 5。", en: "How the asking department rates the result, 1 to 5." },
      unit: "score",
      required: false,
      publish: "summed",
      example: "4",
      min: 1,
      max: 5,
    }),
  },
  // a missing time says "not yet": one that ends a wait is dropped only where another one ended it before
  rules: [
    dropping(notBefore("assigned_at", "opened_at")),
    notBefore("first_response_at", "opened_at"),
    notBefore("resolved_at", "opened_at"),
    notBefore("closed_at", "opened_at"),
    dropping(notBefore("paused_since", "opened_at")),
    dropping(notAfter("first_response_at", "resolved_at")),
    notBefore("cancelled_at", "opened_at"),
    dropping(notAfter("cancelled_at", "resolved_at")),
    notBoth("cancelled_at", "resolved_at"),
  ],
});
