import type { Issue } from "../../../src/core/errors.ts";
import { NOT_STATED } from "../../../src/core/not-stated.ts";
import type { MatrixFinding } from "../../../src/data/matrix-findings.ts";
import { rowsOf } from "../../engine/engine.ts";
import type { LintRoom } from "./room.ts";

/** A finding with its place in the files. */
export interface LocatedFinding {
  finding: MatrixFinding;
  issue: Issue;
}

type Check = (room: LintRoom) => Promise<LocatedFinding[]>;

const dutiesWithoutOutput: Check = async ({ engine, duties: file }) => {
  const rows = await rowsOf<{ department: string; duty_zh: string; duty_en: string; line: number }>(
    engine,
    "select department, duty_zh, duty_en, line from lint.duties where output is null order by line",
  );
  return rows.map(({ department, duty_zh: zh, duty_en: en, line }) => ({
    finding: { kind: "duty_without_output", department, duty: { zh, en } },
    issue: { file, line, column: "output", found: "nothing", expected: `the output of the duty ${zh}` },
  }));
};

const uncountedOutputs: Check = async ({ engine, duties: file, isKnown }) => {
  const rows = await rowsOf<{ department: string; output: string; line: number }>(
    engine,
    `with counted as (
      select distinct duties.output
      from lint.duties as duties
      join lint.listed as listed on listed.line = duties.line
      left join lint.requested as requested on listed.list = 'request_types' and requested.request_type = listed.id
      where listed.list = 'metrics' or requested.request_type is not null or not (${isKnown("listed.id")})
    )
    select duties.department, duties.output, min(duties.line) as line
    from lint.duties as duties
    left join counted on counted.output = duties.output
    where duties.output is not null and counted.output is null
    group by duties.department, duties.output
    order by line`,
  );
  return rows.map(({ department, output, line }) => ({
    finding: { kind: "uncounted_output", department, output },
    issue: { file, line, column: "output", found: output, expected: "an output that a metric shows or a request asks for" },
  }));
};

const typesWithoutSla: Check = async ({ engine, rules: file, asOf }) => {
  const rows = await rowsOf<{ department: string; request_type: string }>(
    engine,
    `select requested.department, requested.request_type
    from lint.requested as requested
    left join lint.in_force as rule
      on rule.department in ('${NOT_STATED}', requested.department) and rule.request_type in ('${NOT_STATED}', requested.request_type)
    where rule.line is null
    order by requested.department, requested.request_type`,
  );
  return rows.map(({ department, request_type }) => ({
    finding: { kind: "type_without_sla", department, request_type },
    issue: { file, column: "request_type", found: "none", expected: `a rule in force on ${asOf} for ${request_type} of ${department}` },
  }));
};

const slaWithoutRequests: Check = async ({ engine, rules: file, isKnown }) => {
  const rows = await rowsOf<{ department: string; request_type: string; promise: string; line: number }>(
    engine,
    `select rule.department, rule.request_type, rule.promise, rule.line
    from lint.in_force as rule
    left join lint.requested as requested on requested.department = rule.department and requested.request_type = rule.request_type
    where requested.department is null and ${isKnown("rule.request_type")}
      and rule.department <> '${NOT_STATED}' and rule.request_type <> '${NOT_STATED}'
    order by rule.line`,
  );
  return rows.map(({ department, request_type, promise, line }) => ({
    finding: { kind: "sla_without_requests", department, request_type, promise },
    issue: { file, line, column: "request_type", found: request_type, expected: `a request type that ${department} is asked for` },
  }));
};

const outputsOfTwoOwners: Check = async ({ engine, duties: file }) => {
  const rows = await rowsOf<{ department: string; output: string; line: number }>(
    engine,
    `with shared as (select output from lint.duties group by output having count(distinct department) > 1)
    select duties.department, duties.output, min(duties.line) as line
    from lint.duties as duties
    join shared on shared.output = duties.output
    group by duties.department, duties.output
    order by line`,
  );
  return [...Map.groupBy(rows, ({ output }) => output)].map(([output, owners]) => {
    const [first, second] = owners;
    return {
      finding: { kind: "two_owners", output, departments: owners.map(({ department }) => department) },
      issue: {
        ...{ file, line: second?.line, column: "department", found: second?.department ?? "" },
        expected: `${first?.department}, the owner of ${output} on line ${first?.line}`,
      },
    };
  });
};

/** What can be found, kind by kind. */
export const CHECKS: Readonly<Record<MatrixFinding["kind"], Check>> = {
  duty_without_output: dutiesWithoutOutput,
  uncounted_output: uncountedOutputs,
  type_without_sla: typesWithoutSla,
  sla_without_requests: slaWithoutRequests,
  two_owners: outputsOfTwoOwners,
};
