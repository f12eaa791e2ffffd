/** What a number is, which decides how a change of it is called: a duration is longer, a count and an amount more, a level such as a rate higher. */
export type Measure = "duration" | "count" | "amount" | "level";

type Ends = Record<Measure, { more: string; less: string }>;

const DIFFERENCE: Ends = {
  duration: { more: "长", less: "短" },
  count: { more: "多", less: "少" },
  amount: { more: "多", less: "少" },
  level: { more: "高", less: "低" },
};

const MOVED: Ends = {
  duration: { more: "延长至", less: "缩短至" },
  count: { more: "增至", less: "减至" },
  amount: { more: "增至", less: "降至" },
  level: { more: "升至", less: "降至" },
};

const SHIFTED = { better: "变好", worse: "变差", changed: "变化", same: "变化" };

const sideOf = (isMore: boolean) => (isMore ? "more" : "less");

/** A clause more where there is one. */
const then = (clause: string) => (clause ? `，${clause}` : "");

/** Sentences on one metric. `verdict` is the clause on signal or chance, empty where there is none. */
export const sentences = {
  difference: (parts: { amount: string; than: string; measure: Measure; isMore: boolean }) =>
    `比${parts.than}${DIFFERENCE[parts.measure][sideOf(parts.isMore)]} ${parts.amount}`,
  equal: (than: string) => `与${than}持平`,
  moved: (parts: { label: string; value: string; measure: Measure; isMore: boolean; difference: string; verdict: string }) =>
    `${parts.label}${MOVED[parts.measure][sideOf(parts.isMore)]} ${parts.value}（${parts.difference}）${then(parts.verdict)}。`,
  unmoved: (parts: { label: string; value: string; difference: string; verdict: string }) =>
    `${parts.label} ${parts.value}，${parts.difference}${then(parts.verdict)}。`,
  gapMoved: (parts: { label: string; value: string; before: string; isWider: boolean; than: string; verdict: string }) =>
    `${parts.label}由${parts.than}的 ${parts.before}${parts.isWider ? "扩大到" : "缩小到"} ${parts.value}${then(parts.verdict)}。`,
  compared: (parts: { label: string; now: string; value: string; difference: string; verdict: string }) =>
    `${parts.label}：${parts.now}为 ${parts.value}，${parts.difference}${then(parts.verdict)}。`,
  first: (label: string, value: string) => `${label}：${value}，没有可比的上期。`,
  unfinished: (label: string, value: string) => `${label}：${value}，本期数据还不完整，不作比较。`,
  none: (label: string) => `${label}：本期没有数据。`,
  hidden: (label: string) => `${label}：数量太少，已隐藏。`,
  alone: (parts: { label: string; now: string; value: string; than: string }) =>
    `${parts.label}：${parts.now}为 ${parts.value}；${parts.than}没有可比的数据。`,
  unequal: (parts: { label: string; now: string; value: string; than: string; other: string }) =>
    `${parts.label}：${parts.now}为 ${parts.value}，${parts.than}为 ${parts.other}；两段时期长短不同，不作比较。`,
  spread: (median: string, p90: string) => `一半不超过 ${median}，九成不超过 ${p90}。`,
  /** The member that stands at one end, the whole beside it (the member is a part of it where it is a sum), and the range of all others. */
  extreme: (parts: ExtremeParts) =>
    `${parts.member}最${DIFFERENCE[parts.measure][sideOf(parts.isHigh)]}：${parts.value}${parts.whole ? `（${parts.isPart ? "共" : "整体为"} ${parts.whole}）` : ""}；${parts.others}。`,
  others: (from: string, to: string) => (from === to ? `其余均为 ${from}` : `其余在 ${from}与 ${to}之间`),
  other: (member: string, value: string) => `${member}为 ${value}`,
  /** Members that stand out from chance, each with its clause, and how many more do; null where none does. */
  signals: (found: readonly SignalParts[], more: string | null) =>
    `${found.map(({ member, direction, clause }) => `${member}明显${SHIFTED[direction]}：${clause}`).join("；")}${more ? `；另有 ${more} 项明显变化` : ""}。`,
  /** Members that differ by more than chance from what the reader compares them with. */
  differing: (members: string) => `差别超出偶然的有：${members}。`,
  onlyOne: (dimension: string, member: string, value: string) => `按${dimension}，只有${member}：${value}。`,
};

/** A member that stands out from chance. */
export interface SignalParts {
  member: string;
  direction: keyof typeof SHIFTED;
  /** Its value, the usual one, and since when. */
  clause: string;
}

export interface ExtremeParts {
  member: string;
  measure: Measure;
  isHigh: boolean;
  value: string;
  /** Null where it is not known. */
  whole: string | null;
  isPart: boolean;
  others: string;
}
