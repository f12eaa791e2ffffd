/** Words of the department-responsibility matrix and of the pages of departments. */
export const matrix = {
  stages: { front: "前端", middle: "中端", back: "后端", whole: "全流程", business: "业务部" },
  department: "部门",
  caption: "部门 × 业务流程阶段：职责、产出与承诺兑现",
  legend:
    "▼ ▲ 本期明显变差、变好；↘ ↗ 变差、变好后处于新水平（均超出偶然）。底色：明显变差，或低于目标 10 个百分点以上。n：本期到期的承诺数。",
  more: "职责、产出与用时",
  others: (count: string) => `其余 ${count} 个部门`,
  nobody: "没有承诺明显变差，到期的承诺都已达到目标，不必优先找哪个部门谈。",
  furthest: (parts: { department: string; promise: string | null; value: string; target: string | null }) =>
    `没有承诺明显变差。${parts.target ? "离目标最远的" : "未兑现最多的"}是${parts.department}${parts.promise ? `的“${parts.promise}”` : ""}：${parts.value}${parts.target ? `，目标 ${parts.target}` : ""}。`,
  /** What a sentence on the attainment of a promise begins with. */
  missed: (parts: { promise: string | null; due: string; missed: string }) =>
    `${parts.promise ? `“${parts.promise}”到期` : "到期承诺"} ${parts.due} 件中 ${parts.missed} 件未兑现，达成率`,
  /** The same as a sentence of its own. */
  of: (department: string, sentence: string) => `${department}：${sentence}`,
  nobodys: (parts: { due: string; value: string }) => `到期承诺 ${parts.due} 件，达成率 ${parts.value}；导出中没有写明是哪个部门的。`,
  noneDue: "所选范围内没有到期的承诺，无从判断先找谁谈。",
  talk: (parts: { department: string; sentence: string; burdens: string }) =>
    `先找${parts.department}谈。${parts.sentence}${parts.burdens ? `${parts.burdens}。` : ""}`,
  seeDepartment: (department: string) => `看${department}`,
  talkFirst: "优先沟通",
  questions: {
    title: "可以这样问",
    step: (parts: { step: string; from: string; to: string }) => `${parts.step}为什么从 ${parts.from} 增到 ${parts.to}？`,
    missed: (member: string, due: string, missed: string) => `${member} ${due} 件中 ${missed} 件超时：缺人还是派错？`,
    missedByChance: (member: string, due: string, missed: string) => `${member} ${due} 件中 ${missed} 件超时，也许只是偶然：是哪几件？`,
    overdue: (count: string) => `${count} 件逾期由谁跟？`,
  },
  overdueNow: (count: string) => `期末有 ${count} 件逾期未结`,
  lostTo: (department: string, count: string) => `${department}延误已致丢单 ${count} 笔`,
  requests: "请求",
  delivered: "交付产出",
  attainment: "SLA 达成率",
  overdue: "逾期未结",
  open: "未结",
  lost: "因延误丢单",
  noneLost: "0 笔",
  lostDeals: (count: string) => `${count} 笔`,
  lostAmount: (amount: string) => `共 ${amount}`,
  hiddenAmount: "金额已隐藏",
  ofCause: (cause: string, count: string) => `${cause} ${count} 笔`,
  within: (limit: string) => `${limit}内`,
  limit: "承诺时限",
  times: (median: string, p90: string) => `中位 ${median}，九成 ${p90}`,
  deliveredCount: (count: string) => `${count} 份`,
  uncounted: "产出无法计数",
  uncountedOutput: "暂未统计",
  shownBy: "见",
  lint: {
    title: "矩阵自查",
    none: "没有发现问题。",
    show: (count: string) => `共 ${count} 处`,
    note: "每次构建都核对职责、产出、请求类型与承诺；site.yaml 决定哪些只提示、哪些停止构建。",
    finding: "问题",
    about: "涉及",
    kinds: {
      duty_without_output: "职责没有产出",
      uncounted_output: "产出没有计数",
      type_without_sla: "请求类型没有承诺",
      sla_without_requests: "承诺没有对应的请求",
      two_owners: "一项产出有两个部门负责",
    },
  },
  overview: {
    title: "该找哪个部门谈",
  },
  page: {
    description: (name: string) => `${name}的职责、产出、承诺兑现、时间花在哪里，以及因延误丢的单。`,
    back: "部门职责矩阵",
    duty: "职责与产出",
    dutyHead: { stage: "阶段", duty: "职责", output: "产出", delivered: "交付", rating: "评分" },
    promises: "承诺兑现",
    promise: "承诺",
    otherFigures: "用时分布、达成率走势",
    noPromises: "这个部门还没有约定时限。",
    ruleChange: (from: string, before: string, after: string) => `${from}起由${before}改为${after}。`,
    thenNow: (parts: { atTheTime: string; now: string }) => `按当时的约定达成 ${parts.atTheTime}，按现行约定为 ${parts.now}。`,
    where: (members: string) => `未兑现偏多：${members}。`,
    whereByChance: (members: string) => `未兑现最多，但可能出于偶然：${members}。`,
    missedOf: (missed: string, due: string) => `${due} 件中 ${missed} 件`,
    /** What stands before the dimensions by which it can be split. */
    split: "拆分",
    timeTitle: (promise: string) => `${promise}：用时与时限`,
    timeSentence: (parts: { median: string; p90: string; limit: string }) =>
      `一半不超过 ${parts.median}，九成不超过 ${parts.p90}；承诺 ${parts.limit}。`,
    p90: "九成以内",
    median: "中位数",
    clockNote: (clock: string) => `按${clock}计；尚未完成的不计入用时，但到期未完成即算未兑现。`,
    clockChanged: "计时方式曾改变：按另一种方式计时的各期不画在图上，在数据表中用各自的单位列出。",
    clocks: { calendar_hours: "自然小时", working_days: "工作时间" },
    spreadTitle: (promise: string) => `${promise}：用时分布与时限`,
    time: "用时",
    shareUpTo: "累计占比",
    spreadSentence: (parts: { over: string; all: string; limit: string }) =>
      `到期 ${parts.all} 件，${parts.over} 件超过 ${parts.limit}才完成或仍未完成。`,
    spreadSentenceOfRules: (parts: { over: string; all: string; limit: string }) =>
      `到期 ${parts.all} 件，其中 ${parts.over} 件未在提出时约定的时限内完成（现为 ${parts.limit}）。`,
    ruleAtOpening: "约定改变前提出的请求，按提出时的时限判断。",
    open: "未结与逾期",
    openSentence: (parts: { open: string; overdue: string | null }) =>
      `期末还有 ${parts.open} 件未办结${parts.overdue ? `，其中 ${parts.overdue} 件已逾期` : ""}。`,
    clock: "时间卡在哪一步",
    wait: (parts: { now: string; before: string | null; than: string }) =>
      `首次响应前平均等待 ${parts.now}${parts.before === null ? "" : `（${parts.than} ${parts.before}）`}。`,
    /** Of a wait that grew by more than chance: the step that did, and its part of the growth. */
    waitGrew: (parts: { now: string; before: string; than: string; step: string; part: string }) =>
      `首次响应前的等待由${parts.than}的 ${parts.before} 增至 ${parts.now}，增加的部分中 ${parts.part}是${parts.step}。`,
    clockTitle: "解决一件请求平均用时（工作小时），按环节",
    clockSlowed: (parts: { step: string; than: string; from: string; to: string }) =>
      `“${parts.step}”增幅最大：由${parts.than}的 ${parts.from} 增至 ${parts.to}。`,
    /** `step` is null where it was just named. */
    clockLongest: (step: string | null, share: string) =>
      step ? `耗时最长的是“${step}”（${share}）。` : `它也是耗时最长的一步（${share}）。`,
    steps: { "hours-to-assignment": "等待分派", "hours-to-response": "等待首次响应", "hours-to-resolution": "响应后到解决" },
    lost: "因延误丢的单",
    communication: "跨部门沟通",
    satisfaction: "满意度",
    ratingNote: "评分来自收到产出的部门；评分太少的产出、问卷中人数不足的小组不显示。",
    goals: "目标",
    goalsNote: "目标值与实际值来自绩效系统，统计口径可能与本页指标不同，因此数值不一定相等。",
    noGoals: "所选时期没有这个部门的目标。",
  },
};
