/** Words of the tree of goals. */
export const goals = {
  title: (period: string) => `目标树：${period}`,
  /** `settled` have an actual value. */
  sentence: ({ all, settled, attained, orphans, oneSided }: Readonly<Record<GoalCount, number>>) =>
    `${all} 个目标${settled > 0 ? `中${settled === all ? "" : ` ${settled} 个已有结果，其中`} ${attained} 个达成` : "还没有结果"}；${orphans > 0 ? `${orphans} 个没有上级目标` : "都有上级目标"}；${oneSided > 0 ? `${oneSided} 处只有一方关联了对方` : "跨部门关联都是双向的"}。`,
  note: "实心点为已达成，空心点为未达成，灰点为还没有结果。实线连到上级目标；虚线为双向关联，点线为单向关联：一方列出了对方，对方没有列出它。",
  latest: (period: string) => `${period}没有目标；这里是此前最近的一期。`,
  hidden: (goals: number, minimum: number) => `另有 ${goals} 个岗位目标已隐藏：该岗位任职不足 ${minimum} 人，或未填任职人数。`,
  levels: { company: "公司", department: "部门", role: "岗位" },
  orphan: "没有上级目标",
  oneSided: "对方未关联",
  head: {
    goal: "目标",
    level: "层级",
    owner: "部门或岗位",
    target: "目标值",
    actual: "实际值",
    attainment: "达成度",
    parent: "上级目标",
    links: "关联目标",
    linkedDepartments: "关联部门",
    remark: "备注",
  },
  lower: "越低越好",
};

/** What the sentence counts. */
export type GoalCount = "all" | "settled" | "attained" | "orphans" | "oneSided";
