import { unknownName } from "../../src/core/errors.ts";

/** The name in the company's own systems, and how often it comes up. */
interface Member {
  zh: string;
  weight: number;
}

const members = <K extends string>(given: Record<K, Member>): Readonly<Record<K, Member>> => given;

export const PRODUCT_LINES = members({
  sensors: { zh: "传感器", weight: 0.31 },
  controllers: { zh: "控制器", weight: 0.24 },
  gateways: { zh: "网关", weight: 0.17 },
  software: { zh: "软件平台", weight: 0.15 },
  power: { zh: "电源", weight: 0.13 },
});

export const REGIONS = members({
  east: { zh: "华东", weight: 0.3 },
  south: { zh: "华南", weight: 0.22 },
  north: { zh: "华北", weight: 0.17 },
  central: { zh: "华中", weight: 0.12 },
  west: { zh: "西部", weight: 0.12 },
  overseas: { zh: "海外", weight: 0.07 },
});

export const SEGMENTS = members({
  key_account: { zh: "大客户", weight: 0.12 },
  channel: { zh: "渠道", weight: 0.3 },
  smb: { zh: "中小客户", weight: 0.46 },
  public: { zh: "政企", weight: 0.12 },
});

/** Weighted by how often they submit a requirement. */
export const DEPARTMENTS = members({
  sales: { zh: "业务部", weight: 0.6 },
  marketing: { zh: "市场部", weight: 0.1 },
  rnd: { zh: "研发部", weight: 0.02 },
  product: { zh: "产品管理部", weight: 0.09 },
  sales_ops: { zh: "销售运营部", weight: 0.05 },
  after_sales: { zh: "售后服务部", weight: 0.14 },
  finance: { zh: "财务部", weight: 0 },
  hr: { zh: "人力资源部", weight: 0 },
});

export type ProductLine = keyof typeof PRODUCT_LINES;
export type Region = keyof typeof REGIONS;
export type Segment = keyof typeof SEGMENTS;
export type Department = keyof typeof DEPARTMENTS;

/** The weights of a group of members, for a random draw. */
export function weightsOf<K extends string>(group: Readonly<Record<K, Member>>): Record<K, number> {
  const entries = Object.entries<Member>(group).map(([id, { weight }]) => [id, weight]);
  return Object.fromEntries(entries) as Record<K, number>;
}

/** The name of a member in the company's own systems. */
export function nameIn(group: Readonly<Record<string, Member>>, id: string): string {
  const member = group[id];
  if (!member) throw unknownName("member", id, Object.keys(group));
  return member.zh;
}
