import type { Department } from "./company.ts";

/** What departments deliver, as the company's own systems call it. */
export const OUTPUTS = {
  industry_report: "行业报告",
  campaign_plan: "推广活动方案",
  pitch_kit: "定制化话术工具包",
  feasibility_analysis: "可行性分析方案",
  custom_plan: "定制化开发计划",
  crm_support_record: "CRM 支持记录",
  funnel_report: "销售漏斗报告",
  training_manual: "产品培训手册",
  price_list: "定价表",
  promotion_comparison: "促销方案对比表",
  service_record: "服务响应记录",
  feedback_report: "客户反馈报告",
  budget_form: "预算审批表",
  receivables_report: "回款分析报告",
  hiring_plan: "招聘需求计划",
  incentive_scheme: "激励方案",
} as const;

export type Output = keyof typeof OUTPUTS;

/** How long something takes, against the time within which it should be done. */
export interface Pace {
  /** Hours of the clock. */
  limit: number;
  /** How many standard deviations the limit lies above the usual time: 1.3 keeps it in nine of ten cases. */
  slack: number;
  /** Standard deviation of the logarithm of the time. */
  spread: number;
}

export interface RequestType {
  /** Name in the ticket system. */
  zh: string;
  /** Who is asked. */
  department: Department;
  /** How often it is asked for, relative to the others. */
  weight: number;
  /** What it should lead to, each equally often. */
  outputs: readonly Output[];
  /** Whether its times run at any hour, and it is asked for on every day; else in working hours only. */
  isAroundTheClock: boolean;
  /** The step that the pace is of; the other follows from it, unless both have one. */
  response?: Pace;
  resolution?: Pace;
  /** Whether a rule of `sla.csv` promises it. */
  isPromised: boolean;
  /** Share of the requests of sales that are made for a deal. */
  forDeals: number;
}

const DAY = 8;

const common = { isAroundTheClock: false, isPromised: true, forDeals: 0 };
const pace = (limit: number, slack: number, spread: number): Pace => ({ limit, slack, spread });

/** Every type of request that departments make of each other. */
export const REQUEST_TYPES = {
  pitch_material: {
    ...common,
    zh: "推广物料",
    department: "marketing",
    weight: 1200,
    outputs: ["pitch_kit"],
    response: pace(5 * DAY, 1.35, 0.5),
    forDeals: 0.35,
  },
  campaign: {
    ...common,
    zh: "推广活动",
    department: "marketing",
    weight: 340,
    outputs: ["campaign_plan", "campaign_plan", "promotion_comparison"],
    resolution: pace(10 * DAY, 1.25, 0.45),
  },
  industry_report: {
    ...common,
    zh: "行业报告",
    department: "marketing",
    weight: 160,
    outputs: ["industry_report"],
    resolution: pace(10 * DAY, 1.2, 0.5),
    isPromised: false,
  },
  technical_support: {
    ...common,
    zh: "技术支持",
    department: "rnd",
    weight: 1550,
    outputs: [],
    isAroundTheClock: true,
    response: pace(24, 1.42, 0.95),
    forDeals: 0.75,
  },
  feasibility: {
    ...common,
    zh: "可行性分析",
    department: "rnd",
    weight: 460,
    outputs: ["feasibility_analysis"],
    resolution: pace(5 * DAY, 1.3, 0.5),
    forDeals: 0.55,
  },
  custom_plan: {
    ...common,
    zh: "定制开发计划",
    department: "rnd",
    weight: 300,
    outputs: ["custom_plan"],
    resolution: pace(10 * DAY, 1.2, 0.45),
    forDeals: 0.55,
  },
  crm_support: {
    ...common,
    zh: "CRM 支持",
    department: "sales_ops",
    weight: 720,
    outputs: ["crm_support_record"],
    resolution: pace(2 * DAY, 1.55, 0.7),
  },
  funnel_report: {
    ...common,
    zh: "漏斗报告",
    department: "sales_ops",
    weight: 240,
    outputs: ["funnel_report"],
    resolution: pace(3 * DAY, 1.4, 0.5),
    isPromised: false,
  },
  product_training: {
    ...common,
    zh: "产品培训",
    department: "product",
    weight: 340,
    outputs: ["training_manual"],
    resolution: pace(5 * DAY, 1.35, 0.5),
    forDeals: 0.2,
  },
  pricing: {
    ...common,
    zh: "定价与政策",
    department: "product",
    weight: 860,
    outputs: ["price_list", "price_list", "promotion_comparison"],
    response: pace(DAY, 1.35, 0.75),
    forDeals: 0.45,
  },
  customer_problem: {
    ...common,
    zh: "客户问题",
    department: "after_sales",
    weight: 1800,
    outputs: ["service_record"],
    isAroundTheClock: true,
    response: pace(4, 1.85, 0.8),
    resolution: pace(24, 1.45, 0.75),
  },
  feedback_report: {
    ...common,
    zh: "客户反馈报告",
    department: "after_sales",
    weight: 150,
    outputs: ["feedback_report"],
    resolution: pace(6 * DAY, 1.2, 0.5),
    isPromised: false,
  },
  budget_approval: {
    ...common,
    zh: "预算审批",
    department: "finance",
    weight: 460,
    outputs: ["budget_form"],
    resolution: pace(3 * DAY, 1.3, 0.55),
  },
  receivables: {
    ...common,
    zh: "回款分析",
    department: "finance",
    weight: 400,
    outputs: ["receivables_report"],
    resolution: pace(2 * DAY, 1.45, 0.55),
  },
  hiring: {
    ...common,
    zh: "招聘",
    department: "hr",
    weight: 220,
    outputs: ["hiring_plan"],
    resolution: pace(15 * DAY, 1.25, 0.4),
  },
  incentive: {
    ...common,
    zh: "激励方案",
    department: "hr",
    weight: 60,
    outputs: ["incentive_scheme"],
    resolution: pace(12 * DAY, 1.1, 0.45),
    isPromised: false,
  },
} as const satisfies Record<string, RequestType>;

export type RequestTypeId = keyof typeof REQUEST_TYPES;

/** The types with their ids, for what treats them all alike. */
export const requestTypes = Object.entries(REQUEST_TYPES) as [RequestTypeId, RequestType][];
