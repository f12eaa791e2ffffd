import { key, number, period } from "../core/columns.ts";
import { defineTable } from "../core/contract.ts";

export default defineTable({
  id: "rates",
  label: { zh: "汇率", en: "Exchange rates" },
  description: {
    zh: "每行一种外币在一个时期的汇率；本位币由 site.yaml 的 currency 决定，不必写。",
    en: "One row per foreign currency and period: its rate. The company's own currency, `currency` in site.yaml, needs none.",
  },
  isReference: true,
  key: ["currency", "period"],
  columns: {
    currency: key({
      label: { zh: "币种", en: "Currency" },
      description: { zh: "外币的 ISO 代码。", en: "ISO code of the foreign currency." },
      required: true,
      publish: "never",
      example: "USD",
    }),
    period: period({
      label: { zh: "时期", en: "Period" },
      description: { zh: "汇率适用的月、季或年；较短的优先。", en: "Month, quarter or year it holds for; the shorter one wins." },
      required: true,
      publish: "never",
      example: "2026-03",
    }),
    rate: number({
      label: { zh: "汇率", en: "Rate" },
      description: { zh: "一个单位的外币合多少本位币。", en: "What one unit of it is in the company's currency." },
      required: true,
      publish: "never",
      example: "7.1842",
      min: 0.000001,
    }),
  },
});
