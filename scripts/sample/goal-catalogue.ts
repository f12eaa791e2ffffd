import type { RowOf } from "../../src/core/contract.ts";
import type goals from "../../src/tables/goals.ts";
import type { Department } from "./company.ts";

export const ROLES = {
  account_manager: "客户经理",
  engineer: "研发工程师",
  product_manager: "产品经理",
  marketing_specialist: "市场专员",
  sales_ops_analyst: "销售运营分析师",
  service_engineer: "售后工程师",
} as const;

export type Role = keyof typeof ROLES;

/** A goal that is set again every quarter. */
export interface GoalPlan {
  level: RowOf<typeof goals>["level"];
  department: Department | null;
  role: Role | null;
  measure: string;
  measure_en: string;
  /** Target of the first quarter, and of the last. */
  from: number;
  to: number;
  /** How well it is usually reached, 1 for exactly. */
  reached: number;
  better: "higher" | "lower" | null;
  /** The goal above it, and goals of other departments that it names, by their number. */
  parent: number | null;
  links: readonly number[];
  /** It depends on how fast a department responds to questions, which slips in 2026. */
  slips?: boolean;
  /** Hangs on no other goal in the quarter of the orphans. */
  isOrphaned?: boolean;
}

type Reach = Pick<GoalPlan, "from" | "to" | "reached"> & Partial<GoalPlan>;

const words = (measure: string, measure_en: string) => ({ measure, measure_en });
const base = { role: null, better: null, parent: null, links: [] } as const;
const company = (given: Reach & ReturnType<typeof words>): GoalPlan => ({ ...base, level: "company", department: null, ...given });
const ofDepartment = (department: Department, given: Reach & ReturnType<typeof words>): GoalPlan => ({
  ...base,
  level: "department",
  department,
  ...given,
});
const ofRole = (role: Role, department: Department, given: Reach & ReturnType<typeof words>): GoalPlan => ({
  ...base,
  level: "role",
  department,
  ...given,
  role,
});

/** The goals of a quarter, numbered from 1; most links are named on both sides. */
export const GOALS: readonly GoalPlan[] = [
  company({ ...words("新品销售收入（万元）", "Revenue of new products (CNY 10,000)"), from: 900, to: 1500, reached: 0.98 }),
  company({ ...words("客户满意度（分）", "Customer satisfaction (score)"), from: 4, to: 4.4, reached: 0.99 }),
  ofDepartment("sales", {
    ...words("新品订单额（万元）", "New-product orders (CNY 10,000)"),
    from: 860,
    to: 1420,
    reached: 0.97,
    parent: 1,
    links: [4, 6],
  }),
  ofDepartment("marketing", {
    ...words("移交的合格线索数", "Qualified leads handed over"),
    from: 180,
    to: 260,
    reached: 1,
    parent: 1,
    links: [3],
  }),
  ofDepartment("rnd", {
    ...words("技术支持按时响应率", "Technical support answered in time"),
    from: 0.9,
    to: 0.92,
    reached: 1,
    parent: 2,
    links: [8],
    slips: true,
  }),
  ofDepartment("product", {
    ...words("新品按计划上市率", "Launches on plan"),
    from: 0.8,
    to: 0.9,
    reached: 0.98,
    parent: 1,
    links: [3],
  }),
  ofDepartment("sales_ops", {
    ...words("CRM 数据完整率", "Completeness of CRM data"),
    from: 0.85,
    to: 0.95,
    reached: 1.01,
    parent: 1,
    links: [3],
  }),
  ofDepartment("after_sales", {
    ...words("客户问题 24 小时解决率", "Customer problems solved within 24 hours"),
    from: 0.88,
    to: 0.92,
    reached: 1,
    parent: 2,
    links: [5],
  }),
  ofDepartment("finance", {
    ...words("回款周期（天）", "Days to payment"),
    from: 68,
    to: 60,
    reached: 0.99,
    better: "lower",
    parent: 1,
    links: [3],
  }),
  ofDepartment("hr", {
    ...words("关键岗位到岗时长（天）", "Days to fill key positions"),
    from: 62,
    to: 50,
    reached: 0.97,
    better: "lower",
    parent: 2,
    isOrphaned: true,
  }),
  ofRole("account_manager", "sales", { ...words("新客户数", "New customers"), from: 42, to: 55, reached: 0.97, parent: 3, links: [14] }),
  ofRole("engineer", "rnd", {
    ...words("单元测试覆盖率", "Test coverage"),
    from: 0.6,
    to: 0.75,
    reached: 1.01,
    parent: 5,
    isOrphaned: true,
  }),
  ofRole("product_manager", "product", {
    ...words("需求 7 天内评审率", "Requirements reviewed within 7 days"),
    from: 0.82,
    to: 0.95,
    reached: 1,
    parent: 6,
  }),
  ofRole("marketing_specialist", "marketing", {
    ...words("物料响应时长（工作日）", "Answer to material requests (working days)"),
    from: 3,
    to: 2,
    reached: 0.98,
    better: "lower",
    parent: 4,
    links: [11],
  }),
  ofRole("sales_ops_analyst", "sales_ops", {
    ...words("漏斗报告按时数", "Funnel reports in time"),
    from: 16,
    to: 20,
    reached: 0.98,
    parent: 7,
  }),
  ofRole("service_engineer", "after_sales", {
    ...words("首次响应时长（小时）", "Hours to first response"),
    from: 3,
    to: 2,
    reached: 1,
    better: "lower",
    parent: 8,
    links: [5],
  }),
];
