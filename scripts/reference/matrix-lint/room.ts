import { columnFromArray, int32, tableFromColumns, utf8 } from "@uwdata/flechette";
import type { Engine } from "../../engine/engine.ts";
import type { StagedTable } from "../../stage/stage-table.ts";

/** Request type of leads, which are handed to sales without a service request. */
const OF_LEADS = { department: "sales", type: "lead_follow_up" };

/** Columns of responsibilities that hold several ids, separated by spaces. */
export const LISTS = { request_types: "request type", metrics: "metric" } as const;

export interface LintContext {
  engine: Engine;
  tables: ReadonlyMap<string, StagedTable>;
  metrics: readonly { id: string }[];
  /** ISO day on which a rule is looked for. */
  asOf: string;
}

/** What the checks ask: `lint.duties`, `lint.listed`, `lint.rules`, `lint.in_force` and `lint.requested` in the engine. */
export interface LintRoom extends LintContext {
  /** Files as a message names them. */
  duties: string;
  rules: string;
  /** SQL for whether the data can have requests of a type. */
  isKnown: (type: string) => string;
}

/** Loads a table with the line of each record. Gives its file and the lines. */
async function loadWithLines({ engine }: LintContext, name: string, staged: StagedTable) {
  const lines = [...staged.lines];
  const columns = staged.data.names.map((column, i) => [String(column), staged.data.getChildAt(i)] as const);
  await engine.load(name, tableFromColumns({ ...Object.fromEntries(columns), line: columnFromArray(lines, int32()) }));
  return { file: staged.files[0]?.file ?? "", lines };
}

/** One row per id in a list of responsibilities: its line, its list, the id. */
async function loadListed(engine: Engine, staged: StagedTable, lines: readonly number[]): Promise<void> {
  const ids = (list: string, row: number) => String(staged.data.getChild(list)?.at(row) ?? "").split(/\s+/);
  const listed = Object.keys(LISTS).flatMap((list) =>
    lines.flatMap((line, row) => ids(list, row).flatMap((id) => (id === "" ? [] : [{ line, list, id }]))),
  );
  const text = (values: string[]) => columnFromArray(values, utf8());
  const columns = {
    line: columnFromArray(
      listed.map(({ line }) => line),
      int32(),
    ),
    list: text(listed.map(({ list }) => list)),
    id: text(listed.map(({ id }) => id)),
  };
  await engine.load("lint.listed", tableFromColumns(columns));
}

/** One row per department and request type that have a request or a lead. */
const requestedSql = (tables: LintContext["tables"]) =>
  [
    "select '' as department, '' as request_type where false",
    tables.has("service_requests") && "select department, request_type from staging.service_requests",
    tables.has("leads") && `select '${OF_LEADS.department}', '${OF_LEADS.type}' from staging.leads`,
  ]
    .filter(Boolean)
    .join(" union ");

/** Puts the matrix where the checks can ask about it; null without the responsibilities or without the promises. */
export async function openLintRoom(context: LintContext): Promise<LintRoom | null> {
  const { engine, tables, asOf } = context;
  const [responsibilities, sla] = [tables.get("responsibilities"), tables.get("sla")];
  if (!responsibilities || !sla) return null;
  await engine.run("create schema lint");
  const duties = await loadWithLines(context, "lint.duties", responsibilities);
  const rules = await loadWithLines(context, "lint.rules", sla);
  await loadListed(engine, responsibilities, duties.lines);
  const inForce = `valid_from <= date '${asOf}' and (valid_to is null or valid_to >= date '${asOf}')`;
  await engine.run(`create table lint.in_force as select * from lint.rules where ${inForce}`);
  await engine.run(`create table lint.requested as ${requestedSql(tables)}`);
  const isKnown = (type: string) =>
    `case when ${type} = '${OF_LEADS.type}' then ${tables.has("leads")} else ${tables.has("service_requests")} end`;
  return { ...context, duties: duties.file, rules: rules.file, isKnown };
}
