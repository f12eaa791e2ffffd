import { chineseName, englishName } from "../core/common-columns.ts";
import { choice, defineTable, key } from "../core/contract.ts";

export default defineTable({
  id: "members",
  label: { zh: "分组名称", en: "Members" },
  description: { zh: "每行一个产品线、区域或客户群及其名称。", en: "One row per product line, region or segment with its names." },
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
  },
});
