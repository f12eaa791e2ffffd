import type { Review, SlideChart } from "../../src/data/review.ts";

/** A trend with a gap, a zero and a period that is not over. */
export const TREND: SlideChart = {
  ...{ kind: "chart", caption: "Wait (days)", format: "0.0", drawing: "<svg></svg>" },
  labels: ["2026 年 7 月", "2026 年 8 月", "2026 年 9 月", "2026 年 10 月"],
  series: [
    { name: "实际 & 计", role: "value", values: [3.25, null, 0, null] },
    { name: "未结束", role: "open", values: [null, null, null, 2] },
  ],
};

const cell = (text: string) => ({ text, isNumber: false, tone: null });

const slide = { lead: "", blocks: [], facts: ["2026 Q3", "n = 7"], path: "metrics/wait/#wait-trend", notes: ["定义"] };

/** A review of two slides: a chart beside a table, and a list. */
export const TINY_REVIEW: Review = {
  ...{
    tag: "zh-CN",
    title: "协同评审：2026 Q3",
    company: "甲 & 乙 <公司>",
    day: "2026-10-18",
    seeFigure: "查看",
    rest: "其余 {n} 行",
    root: null,
  },
  slides: [
    {
      ...{ ...slide, name: "signals", id: "signals-wait", title: "等待降至 0 天" },
      blocks: [TREND, { kind: "table", caption: "", head: [cell("区域"), cell("合计")], rows: [[cell("东 & 西"), cell("−1")]] }],
    },
    { ...slide, name: "method", id: "method", title: "怎么算的", path: "", blocks: [{ kind: "list", caption: "", items: ["先加后除"] }] },
  ],
};
