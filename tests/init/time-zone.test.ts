import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const HEADER = "工单编号,提交时间,解决时间,受理部门,请求类型";
const ENGLISH = "Ticket ID,Created at,Resolved at,Department,Request type";

/** What `site.yaml` says of the time zone of tickets whose times end so, from January to October. */
async function zoneOf(endOf: (month: number) => string, header = HEADER, department = "技术部") {
  const time = (at: number, hour: string) => `2026-${String(1 + (at % 10)).padStart(2, "0")}-11T${hour}:00:00${endOf(1 + (at % 10))}`;
  const files = { "t.csv": csv(header, ...rows(40, (at) => `T${at},${time(at, "09")},${time(at, "15")},${department},Quote`)) };
  const folder = folderOf(files);
  await initOf(folder);
  return /((?:^#.*\n)+)^time_zone: (.*)$/m
    .exec(readFileSync(join(folder, "site.yaml"), "utf8"))
    ?.slice(1)
    .reverse();
}

const isSummer = (month: number) => month > 3;

test.each<[string, (month: number) => string, string, string]>([
  ["an offset", () => "+08:00", "Asia/Shanghai", "# 导出里的时间写有 +08:00,所以取 Asia/Shanghai"],
  [
    "offsets that change with the seasons",
    (month) => (isSummer(month) ? "+0200" : "+0100"),
    "Europe/Berlin",
    "# 请核对:导出里的时间写有 +01:00, +02:00,所以取 Europe/Berlin",
  ],
  ["another", (month) => (month > 2 ? "-04:00" : "-05:00"), "America/New_York", "+"],
  ["offsets of several zones", (month) => (month % 2 ? "+08:00" : "+01:00"), "Asia/Shanghai", "不是同一个时区"],
  ["UTC", () => "Z", "Asia/Shanghai", "# 请核对:导出里的时间以 UTC 写成"],
  ["nothing", () => "", "Asia/Shanghai", "# 导出里的时间没有写时区,就当公司时钟的时间"],
])("the zone of a company's clocks follows from what its times end with: %s", async (_, endOf, zone, said) => {
  const [found, comment] = (await zoneOf(endOf)) ?? [];
  expect(found).toBe(zone);
  if (said !== "+") expect(comment).toContain(said);
});

test("a zone that nothing says is to be looked at where nothing is in Chinese", async () => {
  const [zone, comment] = (await zoneOf(() => "", ENGLISH, "Support")) ?? [];
  expect([zone, comment]).toEqual(["Asia/Shanghai", expect.stringContaining("请核对:导出里没有中文,时间也没有写时区")]);
});
