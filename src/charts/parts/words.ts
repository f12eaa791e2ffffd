import type { Locale } from "../../core/text.ts";

interface Words {
  target: string;
  usualRange: string;
  hidden: string;
  noData: string;
  soFar: string;
  median: string;
  p90: string;
  total: string;
  gap: string;
  previous: string;
  mix: string;
  rate: string;
  better: string;
  worse: string;
  cases: string;
}

/** The few words that charts themselves say; all others are handed to them. */
export const WORDS: Record<Locale, Words> = {
  zh: {
    target: "目标",
    usualRange: "正常波动",
    hidden: "已隐藏",
    noData: "暂无数据",
    soFar: "至今",
    median: "中位数",
    p90: "90 分位",
    total: "合计",
    gap: "差距",
    previous: "上期",
    mix: "占比变化",
    rate: "自身变化",
    better: "变好",
    worse: "变差",
    cases: "例数",
  },
  en: {
    target: "Target",
    usualRange: "Usual range",
    hidden: "hidden",
    noData: "No data",
    soFar: "so far",
    median: "Median",
    p90: "90th pct.",
    total: "Total",
    gap: "Gap",
    previous: "previous",
    mix: "Shift in mix",
    rate: "Own change",
    better: "better",
    worse: "worse",
    cases: "cases",
  },
};
