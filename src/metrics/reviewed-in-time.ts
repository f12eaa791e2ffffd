import { type Documentation, defineMetric } from "../cube/metric.ts";
import { count, ratio } from "../cube/parts.ts";

export default defineMetric({
  topic: "response",
  rank: 4,
  isLead: true,
  label: { zh: "周评审及时率", en: "Reviewed within a week" },
  cases: { zh: "到期应评审的需求", en: "requirements due for review" },
  unit: "share",
  better: "higher",
  fact: "reviews_due",
  dimensions: ["product_line", "region", "segment", "value_class", "department"],
  value: ratio(count({ where: "is_reviewed_in_time" }), count()),
});

export const documentation: Documentation = {
  description: {
    zh: "期内评审期限（提报后 7 天，评审会每周一次）已满的需求中，在期限内评审的占比；至今未评审的算未及时，未经评审记录即立项或否决的以决定为评审。",
    en: "Of the requirements whose 7 days for a review, the weekly cadence of the board, ended in the period, the share reviewed within them; those never reviewed count as not in time, and a decision without a recorded review counts as one.",
  },
  examples: [
    { given: [{ is_reviewed_in_time: true }, { is_reviewed_in_time: false }], value: 0.5 },
    { given: [], value: null },
  ],
};
