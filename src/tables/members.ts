import { choice, integer, key } from "../core/columns.ts";
import { chineseName, englishName } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "members",
  label: { zh: "成员名称", en: "Member names" },
  description: {
    zh: "每行一个维度的一个成员及其名称，如产品线、区域、请求类型。",
    en: "One row per member of a dimension with its names, such as a product line, region or request type.",
  },
  isReference: true,
  key: ["dimension", "member"],
  columns: {
    dimension: choice({
      label: { zh: "维度", en: "Dimension" },
      description: { zh: "所属的维度。", en: "The dimension it belongs to." },
      required: true,
      publish: "grouped",
      example: "region",
      values: {
        product_line: { zh: "产品线", en: "Product line" },
        region: { zh: "区域", en: "Region" },
        segment: { zh: "客户群", en: "Segment" },
        request_type: { zh: "请求类型", en: "Request type" },
        priority: { zh: "优先级", en: "Priority" },
        category: { zh: "类别", en: "Category" },
        output: { zh: "产出", en: "Output" },
        lead_source: { zh: "线索来源", en: "Lead source" },
        role: { zh: "岗位", en: "Role" },
        meeting_series: { zh: "例会", en: "Meeting series" },
        channel: { zh: "渠道", en: "Channel" },
        team: { zh: "销售团队", en: "Sales team" },
        deal_source: { zh: "商机来源", en: "Deal source" },
        deal_stage: { zh: "商机阶段", en: "Deal stage" },
        own: { zh: "自定义维度", en: "Own dimension" },
      },
    }),
    member: key({
      label: { zh: "代号", en: "Member" },
      description: { zh: "在数据中的代号。", en: "Its short name in the data." },
      required: true,
      publish: "grouped",
      example: "east",
    }),
    zh: chineseName,
    en: englishName,
    holders: integer({
      label: { zh: "任职人数", en: "Holders" },
      description: {
        zh: "岗位有几人担任；人数不足或未填的岗位，其目标不公开。其他维度则空。",
        en: "How many people hold the role; goals of roles with too few, or with an unknown number, are hidden. Empty for other dimensions.",
      },
      required: false,
      publish: "never",
      example: "12",
      min: 0,
    }),
  },
});
