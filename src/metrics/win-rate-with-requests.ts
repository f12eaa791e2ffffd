import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "lost-deals",
  rank: 7,
  label: { zh: "有协作请求的商机赢单率", en: "Win rate of deals with requests" },
  cases: { zh: "有协作请求的已关闭商机", en: "closed deals with requests" },
  unit: "share",
  better: "higher",
  fact: "requested_deals",
  dimensions: ["promises_kept", "product_line", "region", "segment"],
  value: ratio(count({ where: "is_won" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内关闭且提过协作请求的商机中赢单的占比；可按请求的承诺是否兑现细分。成交周期越长的商机提的请求、到期的承诺越多，越可能有未兑现的，两组之差不等于兑现与否的作用。",
    en: "Share of the deals with service requests closed in the period that were won; can be split by whether the promises made to them were kept. Deals that take longer gather more promises and with them more missed ones, so that the difference is not the effect of keeping them.",
  },
  examples: [
    { given: [{ is_won: true }, { is_won: false }], value: 0.5 },
    { given: [], value: null },
  ],
};
