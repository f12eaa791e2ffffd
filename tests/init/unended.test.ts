import { expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

const sourcesOf = async (closedOn: (at: number) => string) => {
  const tickets = rows(40, (at) => `T${at},${day(at)},${closedOn(at)},${at % 4 ? "Closed" : "Assigned"},Lab`);
  const header = "Ticket number,Created date,Closed date,Ticket status,Assignment group";
  const { sources, exports } = await initOf(folderOf({ "tickets.csv": csv(header, ...tickets) }));
  expect(exports).toMatchObject({ service_requests: { columns: { closed_at: "Closed date" } } });
  return sources;
};

test("records that ended by their state, yet have no time of it, are counted", async () => {
  const sources = await sourcesOf((at) => (at % 4 === 1 || at % 4 === 0 ? "" : day(at)));
  expect(sources).toContain("ended by Ticket status but without Closed date, and so open for ever: Closed 10");
});

test("nothing is said where each that ended has a time", async () => {
  expect(await sourcesOf((at) => (at % 4 ? day(at) : ""))).not.toContain("open for ever");
});

test("cancelled records, none of which has a time of its end, are set aside", async () => {
  const tickets = rows(40, (at) => `T${at},${day(at)},${at % 4 ? day(at) : ""},${at % 4 ? "Closed" : "Cancelled"},Lab`);
  const header = "Ticket number,Created date,Closed date,Ticket status,Assignment group";
  const { exports, sources } = await initOf(folderOf({ "tickets.csv": csv(header, ...tickets) }));
  expect(exports).toHaveProperty("service_requests.where", { "Ticket status": { not: ["Cancelled"] } });
  expect(sources).toContain("check: cancelled without a time, and so not counted: Cancelled 10");
  expect(sources).not.toContain("open for ever");
});
