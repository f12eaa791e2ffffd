import { describe, expect, test } from "vitest";
import { loadTables } from "../../scripts/tools/registry.ts";
import type { Staged } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { keeps } from "../core/keeps.ts";

const tables = await loadTables();

const at = (time: string) => Date.parse(`2026-03-${time}Z`);
const on = (day: number) => Date.UTC(2026, 2, day) / 86_400_000;

type Row = Record<string, Staged | null>;

/** What the rules of a table make of a row whose other columns are missing. */
function judge(id: string, given: Row): string {
  const { columns, rules } = tables.find((table) => table.id === id) as Table;
  const row: Row = { ...Object.fromEntries(Object.keys(columns).map((name) => [name, null])), ...given };
  const dropped: string[] = [];
  for (const rule of rules) {
    const [column] = rule.columns;
    if (keeps(row, rule)) continue;
    if (!rule.drops) return `rejected for ${column}`;
    dropped.push(column);
    row[column] = null;
  }
  return dropped.length > 0 ? `without ${dropped.join(", ")}` : "as it is";
}

describe("a service request", () => {
  const opened_at = at("02T09:00:30");
  test.each([
    ["assigned in the minute in which it was opened", { assigned_at: at("02T09:00") }, "as it is"],
    ["assigned the minute before", { assigned_at: at("02T08:59:59") }, "without assigned_at"],
    ["answered in the minute in which it was opened", { first_response_at: at("02T09:00") }, "as it is"],
    ["answered before it was opened", { first_response_at: at("02T08:00") }, "rejected for first_response_at"],
    ["answered in the minute of its resolution", { first_response_at: at("02T10:00:40"), resolved_at: at("02T10:00") }, "as it is"],
    ["answered after its resolution", { first_response_at: at("03T10:00"), resolved_at: at("02T10:00") }, "without first_response_at"],
    ["resolved before it was opened", { resolved_at: at("02T08:00"), first_response_at: at("02T10:00") }, "rejected for resolved_at"],
    ["cancelled before it was opened", { cancelled_at: at("02T08:00") }, "rejected for cancelled_at"],
    ["cancelled after its resolution", { resolved_at: at("02T10:00"), cancelled_at: at("02T10:01") }, "without cancelled_at"],
    ["cancelled before its resolution", { resolved_at: at("02T10:00"), cancelled_at: at("02T09:59") }, "rejected for cancelled_at"],
    [
      "cancelled in the minute of its resolution",
      { resolved_at: at("02T10:00"), cancelled_at: at("02T10:00:30") },
      "rejected for cancelled_at",
    ],
  ])("%s counts %3$s", (_, row, expected) => {
    expect(judge("service_requests", { opened_at, ...row })).toBe(expected);
  });
});

describe("a requirement", () => {
  const submitted_at = at("02T09:00:30");
  test.each([
    ["approved in the minute of its submission", { approved_at: at("02T09:00") }, "as it is"],
    ["reviewed before its submission", { reviewed_at: at("01T09:00") }, "without reviewed_at"],
    ["approved before its submission", { approved_at: at("01T09:00") }, "rejected for approved_at"],
    ["approved and rejected", { approved_at: at("03T09:00"), rejected_at: at("04T09:00") }, "rejected for rejected_at"],
    ["released before its approval", { approved_at: at("03T09:00"), released_at: at("02T10:00") }, "rejected for released_at"],
    ["released without an approval", { released_at: at("04T10:00") }, "rejected for released_at"],
  ])("%s counts %3$s", (_, row, expected) => {
    expect(judge("requirements", { submitted_at, ...row })).toBe(expected);
  });
});

describe("a lead", () => {
  const created = { created_on: on(2), mql_on: on(2), assigned_at: at("02T09:00:30") };
  test.each([
    ["followed up in the minute of its assignment", { followed_up_at: at("02T09:00") }, "as it is"],
    ["followed up before its assignment", { followed_up_at: at("02T08:00") }, "rejected for followed_up_at"],
    ["that sales reported on before it came in", { feedback_on: on(1) }, "without feedback_on"],
    ["accepted before it was an MQL", { sql_on: on(1) }, "rejected for sql_on"],
  ])("%s counts %3$s", (_, row, expected) => {
    expect(judge("leads", { ...created, ...row })).toBe(expected);
  });
});

test("what a rule drops is an optional column, and not of the key", () => {
  const dropping = tables.flatMap((table) => table.rules.filter(({ drops }) => drops).map(({ columns: [column] }) => ({ table, column })));
  expect(dropping.length).toBeGreaterThan(0);
  const wrong = dropping.filter(({ table, column }) => table.columns[column]?.required !== false || table.key.includes(column));
  expect(wrong).toEqual([]);
});
