/** What a verdict is about: its own value and the usual one, over which time. */
export interface VerdictParts {
  /** "2026 年 9 月", or the month since when. */
  time: string;
  value: string;
  usual: string;
  isMore: boolean;
  /** What the usual value of a sum is of; empty where it is no sum. */
  per: Per;
  /** What its own value is of; empty as well where the time is a single one. */
  valuePer: Per;
}

export type Per = "" | "month" | "quarter";

/** Metrics that changed for the better and for the worse, that change slowly, that do not, and that cannot be judged. */
export type TallyParts = Readonly<Record<"better" | "worse" | "slow" | "steady" | "unknown", number>>;

const PER = { "": "", month: "每月", quarter: "每季" };

const side = (isMore: boolean) => (isMore ? "高于" : "低于");

/** Words of the one verdict of a metric: signal or chance. */
export const verdicts = {
  /** The period as a whole differs from what was usual. */
  special: ({ usual, isMore, per }: VerdictParts) => (per ? `${side(isMore)}往常` : `${side(isMore)}往常的 ${usual}`),
  /** Months of the period, or more than it, differ. */
  specialIn: ({ time, value, usual, isMore, per, valuePer }: VerdictParts) =>
    `${time}${PER[valuePer]}为 ${value}，${side(isMore)}往常的${PER[per]} ${usual}`,
  newLevel: ({ time, value, usual, isMore, valuePer }: VerdictParts) =>
    `${time}起${PER[valuePer]}为 ${value}，${side(isMore)}此前的 ${usual}`,
  back: ({ time, value, valuePer }: VerdictParts) => `${time}曾为${PER[valuePer]} ${value}，现已回到往常水平`,
  /** Since when, where its level changed within two years. */
  usual: (since: string | null) => `仍在${since ? `${since}以来的` : ""}正常波动范围内`,
  differs: "差别超出偶然",
  alike: "差别可能出于偶然",
  tooFew: "数量少或起伏大，尚看不出变化",
  tooShort: "历史数据不足，尚不能判断",
  tooConstant: "此前一直不变，尚不能判断",
  trend: ({ value, usual, isMore, per }: Pick<VerdictParts, "value" | "usual" | "isMore" | "per">) =>
    `两年来逐步${isMore ? "上升" : "下降"}（${per && `${PER[per]} `}${usual} → ${value}）`,
  /** The same without its values. */
  slow: (isMore: boolean) => `缓慢${isMore ? "上升" : "下降"}`,
  /** By which rule a stretch stands out. */
  rules: {
    window: (steps: number, step: "month" | "quarter") => `规则：最近 ${steps} ${step === "month" ? "个月" : "季"}与此前两年相比`,
    newLevel: "规则：水平改变并保持至今",
  },
  /** The rules of the XmR chart, by which nothing is judged. */
  xmr: { beyond: "单点越出正常波动", "near-limit": "四点中三点靠近同一界限", run: "连续八点在中线同一侧" },
  names: { special: "本期异常", "new-level": "新水平", back: "回到往常", usual: "如常", "too-few": "尚不能判断" },
  directions: { better: "变好", worse: "变差", changed: "有变化", same: "" },
  marks: {
    special: { better: "▲", worse: "▼", changed: "◆", same: "◆" },
    "new-level": { better: "↗", worse: "↘", changed: "→", same: "→" },
    back: "↺",
    usual: "○",
    "too-few": "…",
  },
  /** How many metrics there are of each kind; a kind without any is left out. */
  tally: ({ better, worse, slow, steady, unknown }: TallyParts) =>
    [
      ...(better ? [`${better} 项转好`] : []),
      ...(worse ? [`${worse} 项转差`] : []),
      ...(slow ? [`${slow} 项缓慢变化`] : []),
      ...(steady ? [`${steady} 项无明显变化`] : []),
      ...(unknown ? [`${unknown} 项尚不能判断`] : []),
    ].join("，"),
  asUsual: "如常",
  notClear: "尚不能判断",
  leads: (all: number, tally: string) => `${all} 项主要指标中，${tally}`,
};
