import { expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { valuesBy } from "./values-by.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")} 09:30`;

const requestsIn = async (header: string, row: (at: number) => string) => {
  const { exports, sources } = await initOf(folderOf({ "requests.csv": csv(header, ...rows(60, row)) }));
  return { entry: exports["service_requests"] as Record<string, unknown>, sources };
};

test("a time of closing is one of cancelling where the state says so", async () => {
  const state = (at: number) => (at % 10 ? "Completed" : "Canceled");
  const { entry, sources } = await requestsIn("SR number,SR type,Owner department,Status,Created date,Closed date", (at) =>
    [`S${at}`, `Kind ${at % 3}`, `Crew ${at % 2}`, state(at), day(at), day(at)].join(","),
  );
  expect(entry["sql"]).toContain(`if("Status" in ('Canceled'), null, "Closed date") as closed_at`);
  expect(entry["sql"]).toContain(`if("Status" in ('Canceled'), "Closed date", null) as cancelled_at`);
  expect(sources).toContain("check: Closed date is cancelled_at where Status is Canceled (6)");
  expect(entry["columns"]).toMatchObject({ department: "Owner department", request_type: "SR type" });
});

test("of two times of an end, either may be that of cancelling, and any of several states may say so", async () => {
  const state = (at: number) => (at % 10 ? "Closed" : "Cancelled");
  const { entry } = await requestsIn("Ticket ID,Type,Status,Resolution,Created at,Resolved at,Closed at", (at) =>
    [`T${at}`, `Kind ${at % 3}`, state(at), at % 15 ? "Done" : "Duplicate", day(at), at % 10 ? day(at) : "", day(at)].join(","),
  );
  const isOther = `"Status" in ('Cancelled') or "Resolution" in ('Duplicate')`;
  expect(entry["sql"]).toContain(`if(${isOther}, null, "Closed at") as closed_at`);
  expect(entry["sql"]).toContain(`if(${isOther}, coalesce(nullif("Resolved at", ''), nullif("Closed at", '')), null) as cancelled_at`);
});

test("a type of requests that is called as a cancelled one says nothing of their ends", async () => {
  const { entry } = await requestsIn("工单号,工单类型,状态,提交时间,关闭时间", (at) =>
    [`T${at}`, at % 2 ? "取消" : "退款", "已关闭", day(at), day(at)].join(","),
  );
  expect(entry).not.toHaveProperty("sql");
});

test.each([
  ["Duplicate", "true", "false"],
  ["是否重复", "是", "否"],
])("records that %s says are there twice are set aside, with their number", async (flag, yes, no) => {
  const { entry, sources } = await requestsIn(`SR number,Type,Created date,Closed date,${flag}`, (at) =>
    [`S${at}`, `Kind ${at % 3}`, day(at), day(at), at % 12 ? no : yes].join(","),
  );
  expect(entry["where"]).toEqual({ [flag]: { not: [yes] } });
  expect(sources).toContain(`check: these do not count: ${yes} 5`);
});

test("the number of the record that another one repeats is no flag", async () => {
  const { entry } = await requestsIn("SR number,Type,Created date,Closed date,Duplicate", (at) =>
    [`${at}`, `Kind ${at % 3}`, day(at), day(at), at % 12 ? "" : `${at + 1}`].join(","),
  );
  expect(entry).not.toHaveProperty("where");
});

test("a header that is called as the column that is made of it gives way to it", async () => {
  const requests = rows(60, (at) => `T${at},Kind ${at % 3},${at % 10 ? "Closed" : "Cancelled"},${day(at)},${day(at)}`);
  const files = { "requests.csv": csv("Ticket ID,Type,Status,created_at,Closed_At", ...requests) };
  const ends = await valuesBy(files, "service_requests", ["closed_at", "cancelled_at"]);
  expect(ends.filter(([closed]) => closed !== null)).toHaveLength(54);
  expect(ends.filter(([, cancelled]) => cancelled !== null)).toHaveLength(6);
  expect(ends.filter(([closed, cancelled]) => (closed === null) === (cancelled === null))).toEqual([]);
});

test("requests that were refused count as resolved, and that is said with their number", async () => {
  const { sources } = await requestsIn("工单号,工单类型,状态,提交时间,完成时间", (at) =>
    [`T${at}`, at % 2 ? "报价" : "合同", at % 10 ? "已完成" : "已拒绝", day(at), day(at)].join(","),
  );
  expect(sources).toContain("check: those whose 状态 is 已拒绝 6 count as resolved as well");
});
