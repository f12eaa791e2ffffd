import type { Reason, ReasonCode } from "./reason.ts";

/** A record that is not taken as it is, and why. */
interface ReasonExample<C extends ReasonCode> {
  /** Id of its table. */
  table: string;
  /** Some of its columns, the others being as in the table's template; or the record as it is written. A byte that is not of the encoding is U+FFFD. */
  record: Readonly<Record<string, string>> | string;
  /** What `sources.yaml` says of the table besides its files; default nothing. */
  source?: Readonly<Record<string, unknown>>;
  /** Files beside its export, by their paths; default none. */
  files?: Readonly<Record<string, string>>;
  reason: Reason & { code: C };
}

/** An example of every reason, in the order in which they are explained: those of a value, of several columns together, of the form of a record. */
export const REASON_EXAMPLES: { readonly [C in ReasonCode]: ReasonExample<C> } = {
  value: { table: "deals", record: { opened_on: "N/A" }, reason: { code: "value" } },
  number: { table: "deals", record: { amount_cny: "约12万" }, reason: { code: "number" } },
  "whole-number": { table: "meetings", record: { decisions_due: "2.5" }, reason: { code: "whole-number" } },
  "whole-up-to": { table: "meetings", record: { decisions_due: "20260304000412" }, reason: { code: "whole-up-to", max: 2_147_483_647 } },
  "at-least": { table: "deals", record: { amount_cny: "-12万" }, reason: { code: "at-least", min: 0 } },
  "at-most": { table: "projects", record: { delay_share: "60" }, reason: { code: "at-most", max: 1 } },
  date: { table: "deals", record: { opened_on: "2026-02-30" }, reason: { code: "date", forms: ["YYYY-MM-DD"] } },
  time: { table: "requirements", record: { submitted_at: "3/2/2026 9:30" }, reason: { code: "time", forms: ["YYYY-MM-DD HH:mm"] } },
  "no-error": { table: "deals", record: { amount_cny: "#N/A" }, reason: { code: "no-error" } },
  calculated: { table: "deals", record: { amount_cny: "#UNCALCULATED!" }, reason: { code: "calculated" } },
  flag: { table: "leads", record: { has_budget: "待定" }, reason: { code: "flag" } },
  quarter: { table: "survey", record: { quarter: "2026Q5" }, reason: { code: "quarter" } },
  period: { table: "goals", record: { period: "2026-13" }, reason: { code: "period" } },
  list: { table: "meetings", record: { departments: "rnd sales" }, reason: { code: "list" } },
  identifier: { table: "after_sales", record: { order_id: "1.18E+11" }, reason: { code: "identifier" } },
  "exact-identifier": {
    table: "orders",
    record: { order_id: "12345678901234568" },
    reason: { code: "exact-identifier", max: Number.MAX_SAFE_INTEGER },
  },
  "one-of": { table: "after_sales", record: { kind: "换货" }, reason: { code: "one-of", values: ["complaint", "return"] } },
  reference: {
    table: "requirement_changes",
    record: { requirement_id: "REQ-07777" },
    reason: { code: "reference", to: "requirements.requirement_id" },
  },
  "unique-key": { table: "deals", record: { deal_id: "D-20418", amount_cny: "280000" }, reason: { code: "unique-key" } },
  "not-before": {
    table: "deals",
    record: { opened_on: "2026-02-10", closed_on: "2026-01-28" },
    reason: { code: "not-before", moment: "day", columns: ["opened_on"] },
  },
  "not-after": {
    table: "service_requests",
    record: { first_response_at: "2026-03-10 09:00", resolved_at: "2026-03-09 17:30" },
    reason: { code: "not-after", moment: "time", column: "resolved_at" },
  },
  "only-with": {
    table: "deals",
    record: { closed_on: "", outcome: "lost" },
    reason: { code: "only-with", column: "outcome", on: "closed_on" },
  },
  "exactly-when": {
    table: "goals",
    record: { level: "role", role: "" },
    reason: { code: "exactly-when", column: "role", on: "level", is: "role" },
  },
  "only-when": {
    table: "deals",
    record: { outcome: "won", lost_reason: "late_collaboration" },
    reason: { code: "only-when", column: "lost_reason", on: "outcome", is: "lost" },
  },
  unless: {
    table: "goals",
    record: { level: "department", department: "" },
    reason: { code: "unless", column: "department", on: "level", is: "company" },
  },
  "not-both": {
    table: "requirements",
    record: { approved_at: "2026-03-06 10:00", rejected_at: "2026-03-09 11:00" },
    reason: { code: "not-both", columns: ["approved_at", "rejected_at"] },
  },
  "no-more-than": {
    table: "meetings",
    record: { decisions_due: "4", decisions_closed_in_time: "5" },
    reason: { code: "no-more-than", column: "decisions_due" },
  },
  rate: { table: "orders", record: { ordered_on: "2026-05-18", currency: "GBP" }, reason: { code: "rate", month: "2026-05" } },
  zone: { table: "requirements", record: { submitted_at: "2026-05-18 09:30 CST" }, reason: { code: "zone", name: "CST" } },
  scale: { table: "survey", record: { score: "7" }, reason: { code: "scale", least: 1, most: 5 } },
  "looked-up": {
    table: "deals",
    record: { deal_id: "D-20419" },
    source: {
      lookup: { file: "teams.csv", key: { deal_id: "deal" }, columns: { "region of its team": "region" } },
      columns: { region: "region of its team" },
      ignore: ["region"],
    },
    files: { "teams.csv": "deal,region\nD-20418,east\n" },
    reason: { code: "looked-up", file: "teams.csv", column: "deal" },
  },
  fields: { table: "projects", record: "PRJ-0415,sensors,2026-06-30,2026-07-12,rnd,0,6", reason: { code: "fields", count: 6 } },
  "whole-quotes": {
    table: "requirement_changes",
    record: 'CHG-2201,REQ-10482,2026-04-11,rnd,unclear_requirement,5" 显示屏',
    reason: { code: "whole-quotes" },
  },
  "separator-after-quote": {
    table: "requirement_changes",
    record: 'CHG-2201,REQ-10482,2026-04-11,rnd,unclear_requirement,"5" 显示屏"',
    reason: { code: "separator-after-quote" },
  },
  "closing-quote": {
    table: "requirement_changes",
    record: 'CHG-2201,REQ-10482,2026-04-11,rnd,unclear_requirement,"追加防水等级',
    reason: { code: "closing-quote" },
  },
  "no-nul": { table: "projects", record: "PRJ-0415,sensors,2026-06-30,2026-07-12,r\0nd,0.6", reason: { code: "no-nul" } },
  "json-object": {
    table: "after_sales",
    record: { note: '{"order":"SO-2026-004512"' },
    source: { spread: { note: ["order"] } },
    reason: { code: "json-object" },
  },
  encoding: {
    table: "requirement_changes",
    record: "CHG-2201,REQ-10482,2026-04-11,rnd,unclear_requirement,\uFFFD\uFFFD",
    reason: { code: "encoding", encoding: "utf-8" },
  },
};
