/** A record that is wrong on purpose: a copy of a sound one, spoiled, and written right after it. */
export interface BrokenRecord {
  /** Id of the table. */
  table: string;
  /** What is wrong with it. */
  kind: string;
  /** Index of the sound record; the last one of a shorter file. */
  after: number;
  /** The export's own headers, and what stands there instead. */
  spoil?: Readonly<Record<string, string>>;
  /** Fields beyond the last column. */
  extra?: readonly string[];
  /** Its last two fields are missing. */
  isCut?: boolean;
  /** Its fields are not quoted, although they need it. */
  isUnquoted?: boolean;
}

const bothEndings = {
  工单号: "SR-000003",
  提出时间: "2023/12/4 10:00",
  分派时间: "",
  首次响应: "",
  办结时间: "2023/12/6 10:00",
  撤销时间: "2023/12/5 10:00",
};

const lateThoughWon = {
  商机编号: "D-10002",
  建立日期: "2023/9/1",
  关闭日期: "2023/11/1",
  阶段: "已关闭",
  结果: "赢单",
  丢单原因: "协作延误",
  延误部门: "",
  延误性质: "",
};

const lostWithReturnReason = { 线索编号: "L-000002", 关闭日期: "2024-03-01", SQL日期: "-", 结果: "丢单", 退回原因: "无需求", 商机编号: "" };

/** Each has a key that is out of use, so that nothing refers to it and nothing else is lost with it. */
export const BROKEN_RECORDS: readonly BrokenRecord[] = [
  { table: "orders", kind: "unknown region", after: 412, spoil: { 订单编号: "SO-2023-900001", 销售区域: "西北" } },
  { table: "orders", kind: "missing amount", after: 977, spoil: { 订单编号: "SO-2023-900002", 订单金额: "" } },
  { table: "orders", kind: "broken reference", after: 1503, spoil: { 订单编号: "SO-2023-900003", 产品编号: "P-9999" } },
  { table: "orders", kind: "the same record again", after: 2046 },
  {
    table: "requirements",
    kind: "released before approved",
    after: 37,
    spoil: { 需求编号: "REQ-09001", 立项时间: "2024/5/6 10:00", 否决时间: "", 上市时间: "2024/3/1 18:00" },
  },
  { table: "requirements", kind: "a day that does not exist", after: 155, spoil: { 需求编号: "REQ-09002", 提报时间: "2024/2/30 10:20" } },
  { table: "requirements", kind: "unknown region", after: 301, spoil: { 需求编号: "REQ-09003", 销售区域: "华东大区" } },
  { table: "requirements", kind: "missing submission", after: 466, spoil: { 需求编号: "REQ-09004", 提报时间: "" } },
  { table: "requirements", kind: "a field too many", after: 612, spoil: { 需求编号: "REQ-09005" }, extra: ["转自旧系统"] },
  { table: "requirement_changes", kind: "broken reference", after: 88, spoil: { CHANGE_NO: "CHG-0901", REQ_NO: "REQ-07777" } },
  { table: "requirement_changes", kind: "fields missing", after: 240, spoil: { CHANGE_NO: "CHG-0902" }, isCut: true },
  { table: "after_sales", kind: "identifier mangled by a spreadsheet", after: 64, spoil: { 售后单号: "AS-900001", 订单编号: "1.18E+11" } },
  { table: "after_sales", kind: "unknown kind", after: 133, spoil: { 售后单号: "AS-900002", 类型: "换货" } },
  {
    table: "after_sales",
    kind: "stray quote",
    after: 207,
    spoil: { 售后单号: "AS-900003", 客户原话: '现场 12"屏花屏。要求更换。' },
    isUnquoted: true,
  },
  { table: "rework", kind: "negative cost", after: 51, spoil: { 返工编号: "RW-0901", 成本: "-¥3,200.00" } },
  { table: "rework", kind: "broken reference", after: 149, spoil: { 返工编号: "RW-0902", 需求编号: "REQ-06666" } },
  { table: "timesheets", kind: "hours beyond belief", after: 73, spoil: { 工时: "4000" } },
  { table: "timesheets", kind: "unknown department", after: 198, spoil: { 对方部门: "信息技术部" } },
  { table: "projects", kind: "share above 100 %", after: 29, spoil: { 项目编号: "PRJ-0001", 承担份额: "160%" } },
  { table: "losses", kind: "negative amount", after: 44, spoil: { 损失编号: "LS-0000", 损失金额: "-1.2万" } },
  { table: "survey", kind: "score out of range", after: 90, spoil: { 得分: "9" } },
  { table: "survey", kind: "a quarter that does not exist", after: 210, spoil: { 季度: "2023Q5" } },
  {
    table: "service_requests",
    kind: "resolved before opened",
    after: 57,
    spoil: { 工单号: "SR-000001", 提出时间: "2023/11/20 10:00", 分派时间: "", 首次响应: "", 办结时间: "2023/11/17 16:40", 撤销时间: "" },
  },
  { table: "service_requests", kind: "unknown request type", after: 118, spoil: { 工单号: "SR-000002", 请求类型: "其他事项" } },
  { table: "service_requests", kind: "both resolved and cancelled", after: 176, spoil: bothEndings },
  {
    table: "service_requests",
    kind: "a minute that does not exist",
    after: 231,
    spoil: { 工单号: "SR-000004", 提出时间: "2023/12/5 14:75" },
  },
  {
    table: "deals",
    kind: "a lost deal without a day",
    after: 35,
    spoil: { 商机编号: "D-10001", 关闭日期: "", 阶段: "已关闭", 结果: "丢单" },
  },
  { table: "deals", kind: "won, and lost to a delay", after: 82, spoil: lateThoughWon },
  { table: "deals", kind: "negative amount", after: 141, spoil: { 商机编号: "D-10003", 商机金额: "-12万" } },
  { table: "leads", kind: "unknown source", after: 66, spoil: { 线索编号: "L-000001", 来源: "地推" } },
  { table: "leads", kind: "lost, with a reason to return it", after: 152, spoil: lostWithReturnReason },
  { table: "leads", kind: "broken reference", after: 240, spoil: { 线索编号: "L-000003", 商机编号: "D-99999" } },
  { table: "goals", kind: "unknown level", after: 21, spoil: { 目标编号: "G-2023Q4-99", 层级: "个人" } },
  { table: "meetings", kind: "unknown series", after: 44, spoil: { MEETING_NO: "M-9001", SERIES: "临时会议" } },
];

/** Those that follow the sound record at `index` of a table of `length` records. */
export const brokenAfter = (table: string, index: number, length: number): BrokenRecord[] =>
  BROKEN_RECORDS.filter((broken) => broken.table === table && Math.min(broken.after, length - 1) === index);
