import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agree } from "../../scripts/cubes/direct.ts";
import { loadFacts } from "../../scripts/facts/facts.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import type { Table } from "../../src/core/contract.ts";
import { keeps } from "../core/keeps.ts";
import type { Given } from "../facts/workshop.ts";
import { openWholeCompany, type Told, type WholeCompany } from "./whole-company.ts";

const EXPORTS = (await loadTables()).filter(({ isReference }) => !isReference);

let company: WholeCompany;
beforeAll(async () => {
  company = await openWholeCompany();
});
afterAll(() => company.close());

const rowsOf = ({ id }: Table) => company.rows.get(id) ?? [];

/** A metric whose value differs once something is dropped. */
interface Changed {
  id: string;
  before: number | null;
  after: Told;
}

async function changedBy(table: string, rows: readonly Given[] | null): Promise<Changed[]> {
  const values = await company.valuesHad(table, rows);
  return [...company.values].flatMap(([id, { value: before }]) => {
    const after = values.get(id) as Told;
    return agree(after.value, before) ? [] : [{ id, before, after }];
  });
}

/** Columns that say the same in another way, and stand in for one that is not there. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  "service_requests.first_response_at": ["hours_to_first_response"],
  "service_requests.resolved_at": ["closed_at", "hours_to_resolution"],
};

/** Rows without a column and its stand-ins, and without those that cannot be there without it; null where the contract refuses such rows. */
function without(table: Table, column: string): Given[] | null {
  const dropped = new Set([column, ...(STAND_INS[`${table.id}.${column}`] ?? [])]);
  for (;;) {
    const empty = Object.fromEntries([...dropped].map((name) => [name, table.columns[name]?.default ?? null]));
    const rows = rowsOf(table).map((row): Given => ({ ...row, ...empty }));
    const broken = table.rules.filter((rule) => rows.some((row) => !keeps(row, rule))).map(({ columns: [first] }) => first);
    if (broken.length === 0) return rows;
    if (broken.some((name) => dropped.has(name) || table.columns[name]?.required)) return null;
    for (const name of broken) dropped.add(name);
  }
}

const BY_RULE = ["sla-attainment", "overdue-requests", "promised-time"];
const JUDGED = [...BY_RULE, "sla-attainment-by-current-rules"];
const PAUSED = [...JUDGED, "resolution-time", "resolution-p90", "hours-to-resolution"];

const OF_ANSWERS = [
  "process-satisfaction",
  "mechanism-satisfaction",
  "favourable-share",
  "favourable-share-of-process",
  "favourable-share-of-mechanism",
  "overall-satisfaction",
  "survey-respondents",
];

/** Columns without which a metric has another value, as its description says, and which metrics these are. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  // a goal is met from below unless it says otherwise
  "goals.better": ["goal-attainment"],
  // what is not recorded as ended goes on
  "leads.closed_on": ["follow-up-in-time", "time-to-follow-up"],
  "service_requests.cancelled_at": [
    "sla-attainment",
    "sla-attainment-by-current-rules",
    "overdue-requests",
    "open-requests",
    "first-response-p90",
    "resolution-p90",
  ],
  // a step that is not recorded begins with the one before
  "service_requests.assigned_at": ["hours-to-response"],
  // promises are judged as far as what keeps them is recorded
  "service_requests.first_response_at": [
    "hours-to-resolution",
    "sla-attainment",
    "sla-attainment-by-current-rules",
    "promised-time",
    "overdue-requests",
  ],
  // groups that gave no score have nothing to hide
  "survey.score": ["survey-response-rate", "survey-respondents"],
  // small groups are hidden within their side or their department, as far as these are known
  "survey.side": OF_ANSWERS,
  "survey.department": [...OF_ANSWERS, "perception-gap"],
  // a promise that the export judges itself needs no rule, and so neither department nor type
  "service_requests.department": ["output-rating", ...BY_RULE],
  "service_requests.request_type": BY_RULE,
  // without them the rule judges
  "service_requests.sla_met": JUDGED,
  "service_requests.due_at": JUDGED,
  // without them nobody waited for whoever asked
  "service_requests.paused_minutes": PAUSED,
  "service_requests.paused_since": PAUSED,
  "service_requests.resolved_at": ["sla-attainment", "sla-attainment-by-current-rules", "promised-time"],
};

const COLUMNS = EXPORTS.flatMap((table) =>
  Object.entries(table.columns).flatMap(([name, { required }]) => (required ? [] : [[`${table.id}.${name}`, table, name] as const])),
);

/** Columns whose values facts distinguish records by. */
const TELLING = new Set(
  loadFacts().flatMap(({ known }) =>
    known.flatMap(({ anyOf }) => anyOf).flatMap(({ table, column, value }) => (value === null ? [] : [`${table}.${column}`])),
  ),
);
const VALUES = EXPORTS.flatMap((table) =>
  Object.entries(table.columns).flatMap(([name, { values = {} }]) =>
    TELLING.has(`${table.id}.${name}`) ? Object.keys(values).map((value) => [`${table.id}.${name}`, value, table, name] as const) : [],
  ),
);

test("a company that exports everything has a value other than 0 for every metric", () => {
  expect([...company.values].filter(([, { value, waits }]) => !value || waits.length > 0)).toEqual([]);
});

describe("without a column that may be empty", () => {
  test.each(COLUMNS)("%s, a metric keeps its value or has none and says why, unless it is defined without", async (name, table, column) => {
    const rows = without(table, column);
    const changed = rows ? await changedBy(table.id, rows) : [];
    const isSaid = ({ id }: Changed) => SAID[name]?.includes(id) ?? false;
    expect(changed.filter(({ after }) => after.value !== null).filter((each) => !isSaid(each))).toEqual([]);
    expect(changed.filter(({ after }) => after.value === null && after.waits.length === 0)).toEqual([]);
  });
});

describe("without an export", () => {
  test.each(EXPORTS.map(({ id }) => id))("%s, a metric keeps its value or has none", async (id) => {
    const changed = await changedBy(id, null);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter(({ after }) => after.value !== null)).toEqual([]);
  });
});

describe("without the records of one value", () => {
  test.each(VALUES)("%s = %s, no metric becomes 0 or the whole, or has a value that it had not", async (_, value, table, column) => {
    const changed = await changedBy(
      table.id,
      rowsOf(table).filter((row) => row[column] !== value),
    );
    expect(changed.filter(({ before, after }) => before === null || after.value === 0 || after.value === 1)).toEqual([]);
  });
});
