import { date, key, text } from "../core/columns.ts";
import { productLine } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "products",
  label: { zh: "产品", en: "Products" },
  description: { zh: "每行一个产品及其上市日期；来自 PLM。", en: "One row per product with its launch date; from the PLM." },
  key: ["product_id"],
  columns: {
    product_id: key({
      label: { zh: "产品编号", en: "Product" },
      description: { zh: "产品的唯一编号。", en: "Unique number of the product." },
      required: true,
      publish: "never",
      example: "P-0107",
    }),
    product: text({
      label: { zh: "产品", en: "Product" },
      description: {
        zh: "产品的名称；同名的产品按上市先后编号。",
        en: "Name of the product; products of one name are numbered in the order of their launch.",
      },
      required: true,
      publish: "grouped",
      example: "温控传感器 T3",
    }),
    product_line: productLine,
    launched_on: date({
      label: { zh: "上市日期", en: "Launched on" },
      description: { zh: "产品首次上市的日期。", en: "Day of the product’s launch." },
      required: false,
      publish: "summed",
      example: "2025-11-03",
      isPlan: true,
    }),
  },
});
