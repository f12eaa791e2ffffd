import { expect, test } from "vitest";
import { noMetricsText } from "../../scripts/init/no-metrics.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import type { Table } from "../../src/core/contract.ts";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")} 09:30`;

const issue = (at: number) => [
  `TD-${at}`,
  10_000 + at,
  `Issue ${at}`,
  ["Story", "Bug", "Task"][at % 3],
  at % 5 ? "Done" : "In Progress",
  ["High", "Low"][at % 2],
  ["Pump", "Valve"][at % 2],
  day(at),
  at % 5 ? day(at + 6) : "",
];

const ISSUES = "Issue key,Issue id,Summary,Issue Type,Status,Priority,Component/s,Created,Resolved";

test("an issue tracker that says when issues were resolved, but not when anybody decided on them, holds requests of all its types", async () => {
  const { exports, sources } = await initOf(folderOf({ "issues.csv": csv(ISSUES, ...rows(60, (at) => issue(at).join(","))) }));
  expect(exports).not.toHaveProperty("requirements");
  expect(exports["service_requests"]).toMatchObject({
    system: "Jira",
    columns: { request_id: "Issue key", request_type: "Issue Type", opened_at: "Created", resolved_at: "Resolved" },
  });
  expect(exports["service_requests"]).not.toHaveProperty("where");
  expect(sources).toContain("like requirements as well, which would show nothing without reviewed_at");
});

test("one that says when requirements were reviewed holds requirements", async () => {
  const stories = rows(60, (at) => `R-${at},${day(at)},${["Pump", "Valve"][at % 2]},${day(at + 5)},${day(at + 6)}`);
  const { exports } = await initOf(
    folderOf({ "stories.csv": csv("Requirement ID,Submitted at,Product line,Reviewed on,Closed at", ...stories) }),
  );
  expect(exports).toHaveProperty("requirements.columns.reviewed_at", "Reviewed on");
  expect(exports).not.toHaveProperty("service_requests");
});

test("so does one beside an export of requests", async () => {
  const requests = rows(40, (at) => `T${at},Kind ${at % 3},Lab,${day(at)},${day(at)}`);
  const { exports } = await initOf(
    folderOf({
      "issues.csv": csv(ISSUES, ...rows(60, (at) => issue(at).join(","))),
      "tickets.csv": csv("Ticket ID,Ticket type,Assignment group,Opened at,Resolved at", ...requests),
    }),
  );
  expect(Object.keys(exports)).toEqual(expect.arrayContaining(["requirements", "service_requests"]));
});

test("where no metric has what it needs, the reason is said, the times that nothing takes, and what to write", async () => {
  const stories = rows(30, (at) => `R-${at},${day(at)},${day(at + 6)},P${at % 3}`);
  const { drafts } = await initOf(folderOf({ "stories.csv": csv("Requirement ID,Submitted at,Parked at,Product line", ...stories) }));
  const table = (await loadTables()).find(({ id }) => id === "requirements") as Table;
  const seen = { available: [], gains: [{ table, column: "approved_at", metrics: [] }] };
  const text = noMetricsText(seen, drafts);
  expect(text).toContain("metrics: 0，因为 · because");
  expect(text).toContain("it lacks approved_at");
  expect(text).toContain("times that are not used: Parked at");
  expect(text).toContain("write in sources.yaml: requirements: { columns: { approved_at: Parked at } }");
});
