/** Words of the figures of leads, lost deals and released requirements. */
export const handoffs = {
  shareOfStep: "占上一步",
  funnel: "线索交接漏斗",
  funnelSentence: (step: string, share: string, before: string) => `通过率最低的一步是“${step}”：${share} 的“${before}”走到这里。`,
  funnelOpen: "本期线索还在跟进，暂不能判断哪一步流失最多。",
  shareOfReached: "通过率",
  funnelNote: (stages: readonly string[], whole: string) =>
    `按线索新建的时期统计；${stages.map((stage) => `“${stage}”`).join("")}占“${whole}”的比例，其余占上一步的比例。`,
  /** How its shares differ from the rates of the same page. */
  funnelDiffers: "漏斗数的是本期新建的全部线索；指标中的转化率与退回率数的是本期有结论的线索，不论何时新建。",
  unsettled: (share: string) => `本期新建的线索中，${share} 已有结果；较近的线索还在跟进。`,
  cohorts: "按新建月份的线索转化率",
  settled: "已有结果",
  immature: "未成熟",
  matureSentence: (parts: { month: string; leads: string; value: string; settled: string }) =>
    `${parts.month}及更早新建的线索已成熟：当月 ${parts.leads} 条中 ${parts.settled} 已有结果，转化率为 ${parts.value}；之后各月可能还会上升。`,
  noneMature: (day: string) => `还没有一个月的线索成熟：${day}之后新建的线索，不少可能还没有结果。`,
  cohortsNote: (day: string) => `空心点为未成熟的月份：${day}之后新建的线索，不少可能还没有结果，转化率可能还会上升。`,
  returns: "退回的线索：来源 × 原因",
  returnsSentence: (parts: { source: string; count: string; share: string; reason: string; rate: string; whole: string }) =>
    `退回最多的来源是${parts.source}：${parts.count} 条，占全部退回的 ${parts.share}，主要原因是“${parts.reason}”；其退回率 ${parts.rate}，全部来源 ${parts.whole}。`,
  grades: "等级是否可信：各等级 SQL 的赢单率",
  gradePart: (grade: string, value: string, n: string) => `${grade} ${value}（n = ${n}）`,
  gradesSentence: (verdict: string, grades: readonly string[]) => `${verdict}${grades.join("、")}。`,
  calibrated: "等级越高，赢单率越高，分级可信。",
  notCalibrated: (lower: string, higher: string) => `${lower}的赢单率高于${higher}，分级需要校准。`,
  undecided: (lower: string, higher: string) => `${lower}的赢单率不低于${higher}；差距可能出于偶然，还不能断定分级不准。`,
  tooFew: (minimum: number) => `每级至少 ${minimum} 个有结果的 SQL 才作判断，目前不足。`,
  gradesNote: (minimum: number) => `少于 ${minimum} 个的等级列出，但不参与判断。`,
  chain: "从协作请求到丢单",
  chainSteps: {
    requested: "提过协作请求的已关闭商机",
    missed: "其中有承诺未兑现",
    lost: "其中丢单",
    late: "其中因协作延误丢单",
  },
  chainSentence: (kept: string, missed: string) => `承诺全部兑现的商机，赢单率 ${kept}；有承诺未兑现的，${missed}。`,
  chainOne: (count: string) => `有承诺未兑现的商机 ${count} 个，没有另一组可比。`,
  chainNote:
    "承诺只数在商机关闭前到期的；承诺未兑现与丢单同时出现，不等于因果，原因以复盘为准。成交周期越长的商机承诺越多，越可能有未兑现的。",
  /** How its last step differs from a metric of the same page. */
  chainDiffers: (metric: string) => `“${metric}”数得更多：没有提过请求、没有承诺未兑现的也在内。`,
  step: "步骤",
  calibration: "RICE 校准：评分高的需求，上市后卖得好吗？",
  calibrationSentence: (parts: Readonly<Record<CalibrationPart, string>>) =>
    `${parts.top}的需求上市后平均 ${parts.topValue}（${parts.topCount} 个产品），${parts.bottom}的 ${parts.bottomValue}（${parts.bottomCount} 个产品）：${parts.verdict}。`,
  sold: "评分高的卖得更好",
  notSold: "评分高的并没有卖得更好",
  alike: "相差不大，尚不能判断",
  calibrationNote: (clear: string) =>
    `按上市产品头 3 个月的订单收入，由随之上市的需求均分：同一产品的需求数值相同，产品少时，差别可能只来自个别产品。相差不到 ${clear} 不作判断。`,
};

/** What the sentence on calibration says of the quartile that scored highest and of the one that scored lowest, and what follows. */
export type CalibrationPart = "top" | "topCount" | "topValue" | "bottom" | "bottomCount" | "bottomValue" | "verdict";
