import { describe, expect, test } from "vitest";
import { openDuckDbWasm } from "../../scripts/engine/duckdb-wasm.ts";
import { type LintPolicy, lintMatrix } from "../../scripts/reference/matrix-lint/lint-matrix.ts";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { matrixFindings } from "../../src/data/matrix-findings.ts";
import { CLOCK } from "../stage/folder.ts";
import { companyFolder } from "./company.ts";

const engine = await openDuckDbWasm();

const DUTIES = "department,stage,duty_zh,duty_en,output,request_types,metrics";
const RULES = "department,request_type,promise,time_limit,clock,valid_from,valid_to";
const REQUESTS = "request_id,requested_by,department,request_type,product_line,region,segment,opened_at";
const LEADS = "lead_id,source,has_need,has_intent,has_budget,has_decision_chain,created_on,region";

const MEMBERS = [
  "dimension,member,zh,en",
  "product_line,sensors,传感器,Sensors",
  "region,east,华东,East",
  "region,west,西部,West",
  "segment,smb,中小客户,Small",
  ...["technical_support", "hiring", "lead_follow_up"].map((type) => `request_type,${type},${type},${type}`),
  ...["analysis", "plan", "record"].map((output) => `output,${output},${output},${output}`),
  "lead_source,fair,展会,Fair",
];

const PLAIN = {
  "reference/members": MEMBERS,
  "reference/responsibilities": [DUTIES, "rnd,front,技术支持,Support,analysis,technical_support,"],
  "reference/sla": [RULES, "rnd,technical_support,first_response,24,calendar_hours,2024-01-01,"],
  "exports/service_requests": [REQUESTS, "S-1,sales,rnd,technical_support,sensors,east,smb,2026-02-02 09:00"],
};

const WARN: LintPolicy = {
  duty_without_output: "warn",
  uncounted_output: "warn",
  type_without_sla: "warn",
  sla_without_requests: "warn",
  two_owners: "warn",
};

interface Given {
  /** Rows after those of the plain matrix, by table. */
  more?: Record<string, readonly string[]>;
  without?: readonly string[];
  policy?: Partial<LintPolicy>;
}

/** Lints the plain matrix, which has no findings, and what is added to it. */
async function lint({ more = {}, without = [], policy = {} }: Given = {}) {
  const added = Object.fromEntries(
    Object.entries(more).map(([name, rows]) => [name, [...(PLAIN[name as keyof typeof PLAIN] ?? []), ...rows]]),
  );
  const dataDir = companyFolder({ files: { ...PLAIN, ...added }, without });
  await engine.run("drop schema if exists staging cascade; drop schema if exists lint cascade; create schema staging");
  const { tables } = await stageAll({
    ...{ dataDir, clock: CLOCK, progress: silentProgress },
    onTable: ({ table, data }) => engine.load(`staging.${table.id}`, data),
  });
  const metrics = [{ id: "time-to-release" }, { id: "open-backlog" }];
  return lintMatrix({ engine, tables, metrics, asOf: "2026-04-18" }, { ...WARN, ...policy });
}

const duties = (...rows: string[]): Given => ({ more: { "reference/responsibilities": rows } });
const rules = (...rows: string[]): Given => ({ more: { "reference/sla": rows } });
const requests = (...rows: string[]): Given => ({ more: { "exports/service_requests": rows } });

describe("lintMatrix", () => {
  test("finds nothing in a matrix where all is counted and promised", async () => {
    await expect(lint()).resolves.toEqual({ findings: [], warnings: [] });
  });

  test.each<[string, Given, unknown, string]>([
    [
      "a duty without an output",
      duties("", "rnd,middle,产品迭代,Iteration,,,"),
      { kind: "duty_without_output", department: "rnd", duty: { zh: "产品迭代", en: "Iteration" } },
      "  reference/responsibilities.csv:4 output: expected the output of the duty 产品迭代, found nothing",
    ],
    [
      "an output that nothing shows",
      duties("hr,whole,招聘,Recruiting,plan,,"),
      { kind: "uncounted_output", department: "hr", output: "plan" },
      "  reference/responsibilities.csv:3 output: expected an output that a metric shows or a request asks for, found plan",
    ],
    [
      "an output whose request types nobody asks for",
      duties("hr,whole,招聘,Recruiting,plan,hiring,"),
      { kind: "uncounted_output", department: "hr", output: "plan" },
      "  reference/responsibilities.csv:3 output: expected an output that a metric shows or a request asks for, found plan",
    ],
    [
      "a request type that occurs without a rule in force",
      {
        more: {
          "exports/service_requests": ["S-2,sales,hr,hiring,sensors,east,smb,2026-02-02 09:00"],
          "reference/sla": ["hr,hiring,resolution,15,working_days,2024-01-01,2025-12-31"],
        },
      },
      { kind: "type_without_sla", department: "hr", request_type: "hiring" },
      "  reference/sla.csv request_type: expected a rule in force on 2026-04-18 for hiring of hr, found none",
    ],
    [
      "a rule in force without a request",
      rules("hr,hiring,resolution,15,working_days,2026-04-18,"),
      { kind: "sla_without_requests", department: "hr", request_type: "hiring", promise: "resolution" },
      "  reference/sla.csv:3 request_type: expected a request type that hr is asked for, found hiring",
    ],
    [
      "an output of two departments",
      duties("finance,whole,分析,Analysis,analysis,,open-backlog"),
      { kind: "two_owners", output: "analysis", departments: ["rnd", "finance"] },
      "  reference/responsibilities.csv:3 department: expected rnd, the owner of analysis on line 2, found finance",
    ],
  ])("finds %s, with its place", async (_, given, finding, warning) => {
    const { findings, warnings } = await lint(given);
    expect({ findings, warnings }).toEqual({ findings: [finding], warnings: [warning] });
    expect(matrixFindings.parse(findings)).toEqual(findings);
  });

  test.each<[string, Given]>([
    ["an output that a metric shows", duties("hr,whole,招聘,Recruiting,plan,,time-to-release open-backlog")],
    ["an output with several request types, one of which occurs", duties("rnd,whole,计划,Plan,plan,hiring technical_support,")],
    ["an output of one department under two duties", duties("rnd,middle,分析,Analysis,analysis,technical_support,")],
    ["a rule that is over without a request", rules("hr,hiring,resolution,15,working_days,2024-01-01,2026-04-17")],
    [
      "a rule after another one",
      rules(
        "rnd,technical_support,resolution,9,working_days,2024-01-01,2025-06-30",
        "rnd,technical_support,resolution,5,working_days,2025-07-01,",
      ),
    ],
    [
      "a rule for all departments and types",
      {
        more: {
          "exports/service_requests": ["S-2,sales,hr,hiring,sensors,east,smb,2026-02-02 09:00"],
          "reference/sla": [",,resolution,15,working_days,2024-01-01,"],
        },
      },
    ],
    ["a second request of a type", requests("S-2,sales,rnd,technical_support,sensors,east,smb,2026-02-02 09:00")],
  ])("takes %s", async (_, given) => {
    await expect(lint(given)).resolves.toMatchObject({ findings: [] });
  });

  test.each([
    ["counts leads as requests of their follow-up", ["L-1,fair,1,1,1,1,2026-02-02,east"], []],
    ["finds a promise to follow up leads that nobody hands over", [], ["sla_without_requests"]],
  ])("%s", async (_, leads, kinds) => {
    const promise = "sales,lead_follow_up,first_response,1,working_days,2024-01-01,";
    const { findings } = await lint({ more: { "exports/leads": [LEADS, ...leads], "reference/sla": [promise] } });
    expect(findings.map(({ kind }) => kind)).toEqual(kinds);
  });

  test("finds no want of requests where they are not exported", async () => {
    const { findings } = await lint({ ...duties("hr,whole,招聘,Recruiting,plan,hiring,"), without: ["exports/service_requests"] });
    expect(findings).toEqual([]);
  });

  test.each(["reference/responsibilities", "reference/sla"])("finds nothing without %s", async (without) => {
    const { findings } = await lint({ ...duties("rnd,middle,产品迭代,Iteration,,,"), without: [without] });
    expect(findings).toEqual([]);
  });

  test("stops at findings of a kind that site.yaml lets fail, naming the place of each", async () => {
    const given = duties("rnd,middle,产品迭代,Iteration,,,", "hr,whole,招聘,Recruiting,plan,,", "hr,whole,培训,Training,,,");
    await expect(lint({ ...given, policy: { duty_without_output: "fail" } })).rejects.toThrow(
      [
        "2 findings in the matrix that site.yaml does not allow (duty_without_output)",
        "  reference/responsibilities.csv:3 output: expected the output of the duty 产品迭代, found nothing",
        "  reference/responsibilities.csv:5 output: expected the output of the duty 培训, found nothing",
      ].join("\n"),
    );
  });

  test("refuses ids in its lists that name nothing, each with the nearest", async () => {
    await expect(
      lint(duties("rnd,middle,支持,Support,plan,technical_suport,", "rnd,middle,迭代,Iteration,plan,,open-backlgo")),
    ).rejects.toThrow(
      [
        "2 faults in the matrix of responsibilities",
        "  reference/responsibilities.csv:3 request_types: expected the id of a request type such as technical_support, found technical_suport",
        "  reference/responsibilities.csv:4 metrics: expected the id of a metric such as open-backlog, found open-backlgo",
      ].join("\n"),
    );
  });

  test.each([
    ["has no end", "", "which has none"],
    ["ends on its first day", "2026-01-01", "which is 2026-01-01"],
  ])("refuses a rule that begins while another one of the same promise holds, which %s", async (_, until, ends) => {
    const given = rules(
      `rnd,technical_support,resolution,9,working_days,2024-01-01,${until}`,
      "rnd,technical_support,resolution,5,working_days,2026-01-01,",
    );
    await expect(lint(given)).rejects.toThrow(
      `reference/sla.csv:4 valid_from: expected a day after the end of the rule on line 3, ${ends}, found 2026-01-01`,
    );
  });
});
