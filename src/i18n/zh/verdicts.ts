import type { State } from "../../analysis/chance/verdict.ts";

/** What a verdict is about: its own value and the usual one, over which time; `per` says that both are of a month or a quarter. */
export interface VerdictParts {
  /** "2026 年 9 月", or the month since when. */
  time: string;
  value: string;
  usual: string;
  isMore: boolean;
  per: "" | "month" | "quarter";
}

const PER = { "": "", month: "每月", quarter: "每季" };

const side = (isMore: boolean) => (isMore ? "高于" : "低于");

/** Words of the one verdict of a metric: signal or chance. */
export const verdicts = {
  /** The period as a whole differs from what was usual. */
  special: ({ usual, isMore, per }: VerdictParts) => (per ? `${side(isMore)}往常` : `${side(isMore)}往常的 ${usual}`),
  /** Months of the period, or more than it, differ. */
  specialIn: ({ time, value, usual, isMore, per }: VerdictParts) => `${time}${PER[per]}为 ${value}，${side(isMore)}往常的 ${usual}`,
  newLevel: ({ time, value, usual, isMore, per }: VerdictParts) => `${time}起${PER[per]}为 ${value}，${side(isMore)}此前的 ${usual}`,
  back: ({ time, value }: VerdictParts) => `${time}曾为 ${value}，现已回到往常水平`,
  usual: "在正常波动范围内",
  differs: "差别不是偶然",
  alike: "差别可能出于偶然",
  tooFew: "数量少或起伏大，尚看不出变化",
  tooShort: "历史不足一年，尚不能判断",
  trend: ({ value, usual, isMore }: Pick<VerdictParts, "value" | "usual" | "isMore">) =>
    `两年来逐步${isMore ? "上升" : "下降"}（${usual} → ${value}）`,
  names: { special: "本期异常", "new-level": "新水平", back: "回到往常", usual: "如常", "too-few": "尚不能判断" } satisfies Record<
    State,
    string
  >,
  directions: { better: "变好", worse: "变差", changed: "有变化", same: "" },
  marks: {
    special: { better: "▲", worse: "▼", changed: "◆", same: "◆" },
    "new-level": { better: "↗", worse: "↘", changed: "→", same: "→" },
    back: "↺",
    usual: "○",
    "too-few": "…",
  },
  tally: (parts: { better: number; worse: number; steady: number; unknown: number }) =>
    `${parts.better} 项转好，${parts.worse} 项转差，${parts.steady} 项无明显变化${parts.unknown ? `，${parts.unknown} 项尚不能判断` : ""}`,
  leads: (all: number, tally: string) => `${all} 项主要指标中，${tally}`,
};
