import { choice, defineTable, key, text } from "../core/contract.ts";

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
    zh: text({
      label: { zh: "中文名", en: "Chinese name" },
      description: { zh: "在中文页面上的名称。", en: "Name on Chinese pages." },
      required: true,
      publish: "grouped",
      example: "研发部",
    }),
    en: text({
      label: { zh: "英文名", en: "English name" },
      description: { zh: "在英文页面上的名称。", en: "Name on English pages." },
      required: true,
      publish: "grouped",
      example: "R&D",
    }),
  },
});
