import { amount, choice, date, key, reference } from "../core/columns.ts";
import { anyMemberColumn, currency, own, productLine, region, segment, team } from "../core/common-columns.ts";
import { defineTable } from "../core/contract.ts";
import { dropping, notBefore, onlyWhen, onlyWith } from "../core/rules.ts";

export default defineTable({
  id: "deals",
  label: { zh: "商机", en: "Deals" },
  description: {
    zh: "每行一个商机，赢单、丢单或进行中，及丢单的原因与复盘；来自 CRM。",
    en: "One row per deal, won, lost or open, with the reason of a loss and its review; from the CRM.",
  },
  key: ["deal_id"],
  time: "closed_on",
  columns: {
    deal_id: key({
      label: { zh: "商机编号", en: "Deal" },
      description: { zh: "商机的唯一编号。", en: "Unique number of the deal." },
      required: true,
      publish: "never",
      example: "D-20418",
    }),
    opened_on: date({
      label: { zh: "建立日期", en: "Opened on" },
      description: { zh: "建立商机的日期。", en: "Day on which it was opened." },
      required: true,
      publish: "summed",
      example: "2026-02-10",
    }),
    closed_on: date({
      label: { zh: "关闭日期", en: "Closed on" },
      description: { zh: "赢单或丢单的日期；未关闭则空。", en: "Day on which it was won or lost; empty while it is open." },
      required: false,
      publish: "summed",
      example: "2026-04-28",
    }),
    stage: anyMemberColumn("deal_stage", {
      label: { zh: "商机阶段", en: "Deal stage" },
      description: { zh: "商机目前所处的阶段。", en: "How far it has come by now." },
      example: "proposal",
    }),
    outcome: choice({
      label: { zh: "结果", en: "Outcome" },
      description: { zh: "赢单或丢单；未关闭则空。", en: "Won or lost; empty while it is open." },
      required: false,
      publish: "grouped",
      example: "lost",
      values: {
        won: { zh: "赢单", en: "Won" },
        lost: { zh: "丢单", en: "Lost" },
      },
    }),
    amount_cny: amount({
      label: { zh: "金额", en: "Amount" },
      description: { zh: "商机的预计或成交金额。", en: "Amount expected or agreed." },
      required: false,
      publish: "summed",
      example: "260000",
      min: 0,
    }),
    currency,
    source: anyMemberColumn("deal_source", {
      label: { zh: "商机来源", en: "Deal source" },
      description: { zh: "商机从何而来。", en: "Where it came from." },
      example: "referral",
    }),
    team,
    segment,
    region,
    product_line: productLine,
    lost_reason: choice({
      label: { zh: "丢单原因", en: "Reason of the loss" },
      description: { zh: "丢单的主要原因。", en: "What mainly lost it." },
      required: false,
      publish: "grouped",
      example: "late_collaboration",
      values: {
        price: { zh: "价格", en: "Price" },
        competitor: { zh: "竞争对手", en: "Competitor" },
        product_gap: { zh: "产品不满足", en: "Product gap" },
        budget: { zh: "客户预算", en: "Customer’s budget" },
        late_collaboration: { zh: "协作延误", en: "Late collaboration" },
        other: { zh: "其他", en: "Other" },
      },
    }),
    delay_department: reference({
      label: { zh: "延误部门", en: "Delaying department" },
      description: { zh: "因协作延误而丢单时，延误的部门。", en: "Department that was late, when late collaboration lost the deal." },
      required: false,
      publish: "grouped",
      example: "rnd",
      references: "departments.department",
    }),
    delay_cause: choice({
      label: { zh: "延误性质", en: "Cause of the delay" },
      description: {
        zh: "销售运营部复盘的结论；尚未复盘则空。",
        en: "What the review of sales operations found; empty until it is reviewed.",
      },
      required: false,
      publish: "grouped",
      example: "avoidable",
      values: {
        avoidable: { zh: "主观拖延", en: "Avoidable delay" },
        resource: { zh: "客观资源限制", en: "Resource limit" },
      },
    }),
    own,
  },
  money: { currency: "currency", on: ["closed_on", "opened_on"], amounts: ["amount_cny"] },
  rules: [
    // systems write the plan into the closing day of a deal that is open
    dropping(onlyWith("closed_on", "outcome")),
    onlyWith("outcome", "closed_on"),
    notBefore("closed_on", "opened_on"),
    onlyWhen("lost_reason", "outcome", "lost"),
    onlyWhen("delay_department", "lost_reason", "late_collaboration"),
    onlyWhen("delay_cause", "lost_reason", "late_collaboration"),
  ],
});
