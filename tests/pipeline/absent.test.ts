import { expect, test } from "vitest";
import { remarkOnAsOf, remarksOnAbsent } from "../../scripts/reports/absent.ts";
import type { StagedTable } from "../../scripts/stage/stage-table.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import { dayOf } from "../../src/core/days.ts";

const tables = await loadTables();
const staged = (...ids: string[]) => tables.filter(({ id }) => ids.includes(id)).map((table) => ({ table }) as StagedTable);

test("remarksOnAbsent(tables) names hand-kept tables to which exports refer and that are not there", () => {
  const remarks = remarksOnAbsent(staged("service_requests"));
  expect(remarks).toHaveLength(2);
  expect(remarks[0]).toContain("reference/departments.csv is missing: what service_requests say is neither checked nor named");
  expect(remarks[1]).toContain("reference/members.csv is missing");
});

test("remarksOnAbsent(tables) says nothing where they are there, or where no export refers to them", () => {
  expect(remarksOnAbsent(staged("service_requests", "departments", "members"))).toEqual([]);
  expect(remarksOnAbsent(staged("sla"))).toEqual([]);
});

test("remarkOnAsOf(day, end) says how far an as-of day lies beyond the data", () => {
  expect(remarkOnAsOf("2026-03-31", dayOf("2026-03-31"))).toEqual([]);
  expect(remarkOnAsOf("2026-04-01", dayOf("2026-03-31"))[0]).toContain(
    "as_of in site.yaml, 2026-04-01, lies 1 day after the last day of the data, 2026-03-31",
  );
  expect(remarkOnAsOf("2030-03-31", dayOf("2026-03-31"))[0]).toContain("lies 1,461 days after");
});
