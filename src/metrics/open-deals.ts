import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count } from "../cube/parts.ts";

export default defineMetric({
  topic: "deals",
  rank: 4,
  label: { zh: "在途商机", en: "Open deals" },
  cases: { zh: "月末未关闭的商机", en: "deals open at the end of the month" },
  unit: "count",
  better: "neither",
  fact: "open_deals",
  dimensions: ["deal_stage", "product_line", "region", "segment", "team", "deal_source"],
  value: count(),
});

export const documentation: Documentation = {
  description: {
    zh: "期末尚未赢单也未丢单的商机数；阶段是导出时的阶段，期末在途、此后已关闭的商机当时处于哪个阶段没有记录，归入“未注明”。",
    en: "Deals neither won nor lost at the end of the period; stages are those of the export: of a deal that has been closed since, the stage at that time is not recorded, so that it is “not stated”.",
  },
  examples: [
    { given: [{}, {}, {}], value: 3 },
    { given: [], value: 0 },
  ],
};
