import { expect, test } from "vitest";
import { foundText } from "../../scripts/init/found-text.ts";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

test("stages of deals that are called as tables are set nothing apart by", async () => {
  const stages = ["Lead", "Opportunity", "Closed Won", "Closed Lost"];
  const deals = rows(40, (at) => `D${at},${day(at)},${stages[at % 4]},${at * 10}`);
  const { exports } = await initOf(folderOf({ "deals.csv": csv("Deal ID,Created Date,Stage,Amount", ...deals) }));
  expect(Object.keys(exports)).toEqual(["deals"]);
  expect(exports["deals"]).not.toHaveProperty("where");
});

test("classes of requests are types of one table, though one is called as the table", async () => {
  const classes = ["Incident", "Problem", "Change"];
  const tickets = rows(40, (at) => `T${at},${day(at)} 09:00,${day(at)} 12:00,IT,${classes[at % 3]}`);
  const { exports } = await initOf(folderOf({ "desk.csv": csv("Ticket ID,Created At,Resolved At,Department,Ticket Class", ...tickets) }));
  expect(exports["service_requests"]).toMatchObject({ columns: { request_id: "Ticket ID" } });
  expect(exports["service_requests"]).not.toHaveProperty("where");
});

test("rows of kinds that no table takes are named with how many they are", async () => {
  const kinds = ["Story", "Task", "Bug", "Task"];
  const issues = rows(40, (at) => `K-${at},${kinds[at % 4]},${day(at)} 09:00,${at % 9},2,0.8,1`);
  const result = await initOf(
    folderOf({ "issues.csv": csv("Requirement ID,Record type,Submitted at,Reach,Impact,Confidence,Effort", ...issues) }),
  );
  expect(result.exports["requirements"]).toMatchObject({ where: { "Record type": ["Story"] } });
  expect(result.sources).toContain("# Record type: 请核对：这几类记录没有用上（行数）：Task 20、Bug 10；");
  expect(foundText(result)).toContain("10 / 40 行 rows");
});
