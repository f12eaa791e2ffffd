import { expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { stagedBy } from "./staged.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

const filesOf = (teamOf: (at: number) => string, handler = "技术部") => ({
  "商机.csv": csv(
    "商机编号,创建日期,结束日期,结果,金额,部门",
    ...rows(30, (at) => `D${at},${day(at)},${day(at)},${at % 2 ? "赢单" : "丢单"},${at + 5},${teamOf(at)}`),
  ),
  "工单.csv": csv(
    "工单编号,提交时间,解决时间,受理部门,请求类型,商机编号",
    ...rows(30, (at) => `T${at},${day(at)} 09:00,${day(at)} 15:00,${handler},报价,D${at}`),
  ),
});

test("requests for deals that are all of one sales department are taken to be its own, to be checked", async () => {
  const files = filesOf(() => "销售部");
  const { exports, sources, reference } = await initOf(folderOf(files));
  expect(exports["service_requests"]).toMatchObject({ constant: { requested_by: "销售部" } });
  expect(sources).toContain("# 请核对:没有写明提出部门");
  expect(reference("departments.csv")).toContain("销售部");
  expect(await stagedBy(files)).toMatchObject({ service_requests: { accepted: 30, rejected: 0 } });
});

test("of several sales departments the one of the deal is looked up", async () => {
  const files = filesOf((at) => ["销售一部", "销售二部"][at % 2] as string);
  const { exports } = await initOf(folderOf(files));
  expect(exports["service_requests"]).toMatchObject({
    lookup: { file: "商机.csv", key: { 商机编号: "商机编号" }, columns: { requested_by: "部门" } },
  });
  expect(await stagedBy(files)).toMatchObject({ service_requests: { accepted: 30, rejected: 0 } });
});

test.each([
  ["which sells nothing", () => "华东组", "技术部"],
  ["which handles them itself", () => "销售部", "销售部"],
])("nothing is said of a department %s", async (_, teamOf, handler) => {
  const entry = (await initOf(folderOf(filesOf(teamOf, handler)))).exports["service_requests"];
  expect(entry).not.toHaveProperty("constant");
  expect(entry).not.toHaveProperty("lookup");
});
