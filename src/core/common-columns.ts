import { choice, key, reference, text } from "./columns.ts";
import { orNotStated } from "./not-stated.ts";
import { OWN } from "./own-dimension.ts";
import type { Text } from "./text.ts";

/** A member of a dimension that an export may lack; its names are in the reference table. */
export const anyMemberColumn = (dimension: string, given: { label: Text; description: Text; example: string }) =>
  reference({ ...orNotStated, publish: "grouped", references: "members.member", where: { column: "dimension", is: dimension }, ...given });

/** Sales region. */
export const region = anyMemberColumn("region", {
  label: { zh: "区域", en: "Region" },
  description: { zh: "客户所在的销售区域。", en: "Sales region of the customer." },
  example: "east",
});

/** Customer segment. */
export const segment = anyMemberColumn("segment", {
  label: { zh: "客户群", en: "Segment" },
  description: { zh: "客户所属的细分。", en: "Customer segment." },
  example: "key_account",
});

/** Product line. */
export const productLine = anyMemberColumn("product_line", {
  label: { zh: "产品线", en: "Product line" },
  description: { zh: "产品线。", en: "Product line." },
  example: "sensors",
});

/** How urgent it is, as those who asked or the system say. */
export const priority = anyMemberColumn("priority", {
  label: { zh: "优先级", en: "Priority" },
  description: { zh: "紧急程度。", en: "How urgent it is." },
  example: "high",
});

/** What it is about, as the system sorts it. */
export const category = anyMemberColumn("category", {
  label: { zh: "类别", en: "Category" },
  description: { zh: "系统中的分类。", en: "How the system sorts it." },
  example: "network",
});

/** Sales channel. */
export const channel = anyMemberColumn("channel", {
  label: { zh: "渠道", en: "Channel" },
  description: { zh: "卖出的渠道。", en: "Channel through which it was sold." },
  example: "direct",
});

/** Sales team. */
export const team = anyMemberColumn("team", {
  label: { zh: "销售团队", en: "Sales team" },
  description: { zh: "负责的销售团队，不是人。", en: "Sales team in charge, not a person." },
  example: "team_1",
});

/** What a company distinguishes besides, in its own words. */
export const own = anyMemberColumn(OWN, {
  label: { zh: "自定义维度", en: "Own dimension" },
  description: {
    zh: "公司自己区分的一项，如项目类型；名称由 site.yaml 的 own_dimension 决定。",
    en: "What the company itself distinguishes, such as kinds of projects; own_dimension in site.yaml says what it is called.",
  },
  example: "retrofit",
});

/** Which line of an order it is, where an order has several. */
export const orderLine = key({
  label: { zh: "订单行号", en: "Order line" },
  description: {
    zh: "订单内的行号；一单一行的导出没有这一列。",
    en: "Number of the line within its order; an export with one record per order has none.",
  },
  ...orNotStated,
  publish: "never",
  example: "1",
});

/** Currency of a record's amounts. */
export const currency = key({
  label: { zh: "币种", en: "Currency" },
  description: {
    zh: "金额的币种，ISO 代码；空则为本位币。外币按 rates.csv 折算，没有汇率的记录不采用。",
    en: "ISO code of the currency of its amounts; empty for the company's own. Others are exchanged by rates.csv; a record without a rate is rejected.",
  },
  required: false,
  publish: "grouped",
  example: "CNY",
});

/** Name on Chinese pages. */
export const chineseName = text({
  label: { zh: "中文名", en: "Chinese name" },
  description: { zh: "在中文页面上的名称。", en: "Name on Chinese pages." },
  required: true,
  publish: "grouped",
  example: "研发部",
});

/** Name on English pages. */
export const englishName = text({
  label: { zh: "英文名", en: "English name" },
  description: { zh: "在英文页面上的名称。", en: "Name on English pages." },
  required: true,
  publish: "grouped",
  example: "R&D",
});

/** What was lost. */
export const lossKind = choice({
  label: { zh: "损失类型", en: "Kind of loss" },
  description: { zh: "流失客户或滞销库存。", en: "A lost customer or unsold stock." },
  required: true,
  publish: "grouped",
  example: "lost_customer",
  values: {
    lost_customer: { zh: "客户流失", en: "Lost customer" },
    unsold_stock: { zh: "滞销库存", en: "Unsold stock" },
  },
});

/** Why it was lost. */
export const lossCause = choice({
  label: { zh: "损失原因", en: "Cause of loss" },
  description: { zh: "损失的原因。", en: "What caused it." },
  required: true,
  publish: "grouped",
  example: "development_defect",
  values: {
    development_defect: { zh: "研发缺陷", en: "Development defect" },
    misstated_requirement: { zh: "需求误报", en: "Misstated requirement" },
    other: { zh: "其他", en: "Other" },
  },
});

/** A side of collaboration that takes the survey. */
export const side = choice({
  label: { zh: "协作方", en: "Side" },
  description: { zh: "受邀者所在的一方。", en: "The side of those invited." },
  ...orNotStated,
  publish: "grouped",
  example: "sales",
  values: {
    sales: { zh: "销售", en: "Sales" },
    rnd: { zh: "研发", en: "R&D" },
    product: { zh: "产品", en: "Product" },
    support: { zh: "支持", en: "Support" },
  },
});

const department = { publish: "grouped", example: "rnd", references: "departments.department" } as const;

/** A department in a role, such as the one that asked. */
export const departmentColumn = (label: Text, description: Text) => reference({ ...department, label, description, required: true });

/** A department in a role that an export may lack. */
export const anyDepartmentColumn = (label: Text, description: Text) => reference({ ...department, label, description, ...orNotStated });
