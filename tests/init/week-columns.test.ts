import { describe, expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { valuesBy } from "./values-by.ts";

const date = (at: number) => new Date(Date.UTC(2026, 0, 5 + at)).toISOString().slice(0, 10);

/** Of ten weeks, hours of two departments: one on Monday, two on Tuesday, and so on. */
const weeksOf = (header: string, week: (at: number) => string) =>
  csv(header, ...rows(20, (at) => `${["Lab", "Sales"][at % 2]},${week(at >> 1)},1,2,3,4,5,6,7,28`));

const dayOf = (instant: unknown) => new Date(Number(instant)).toISOString().slice(0, 10);

describe("a timesheet with a row for each week, and its days across,", () => {
  test.each([
    ["is dated by the first day of the week", "Department,Week start,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Total", (at: number) => date(at * 7)],
    ["or by its last", "Department,Week ending,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Total", (at: number) => date(at * 7 + 6)],
    [
      "in any form",
      "部门,周开始,周一(小时),周二(小时),周三(小时),周四(小时),周五(小时),周六(小时),周日(小时),合计",
      (at: number) =>
        `${date(at * 7)
          .split("-")
          .reverse()
          .join("/")}`,
    ],
    [
      "whatever day it begins on",
      "Department,Week of,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday,Total",
      (at: number) => date(at * 7 - 1),
    ],
  ])("%s", async (_, header, week) => {
    const hours = await valuesBy({ "hours.csv": weeksOf(header, week) }, "timesheets", ["worked_on", "hours"]);
    expect(hours).toHaveLength(140);
    const days = new Map(hours.map(([day, count]) => [dayOf(day), Number(count)]));
    expect(days.get(date(0))).toBe(1);
    expect(days.get(date(4))).toBe(5);
    expect([...days].every(([day, count]) => (new Date(day).getUTCDay() || 7) === count)).toBe(true);
  });

  test("says how its dates are made", async () => {
    const { exports, sources } = await initOf(
      folderOf({ "工时.csv": weeksOf("部门,周开始,周一,周二,周三,周四,周五,周六,周日,合计", (at) => date(at * 7)) }),
    );
    expect(exports["timesheets"]).toMatchObject({
      unpivot: { columns: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"], name: "星期", value: "工时" },
      columns: { worked_on: "工作日期", hours: "工时" },
    });
    expect(sources).toContain("check: dates are made of 周开始, the first day of a week, and the day of the week");
  });

  test("is not taken where nothing says which week it is; that is said", async () => {
    const { unused } = await initOf(
      folderOf({ "工时.csv": weeksOf("部门,周次,周一,周二,周三,周四,周五,周六,周日,合计", (at) => `第${at + 1}周`) }),
    );
    expect(unused[0]?.why.en).toContain("no column holds the first or last day of the week");
  });
});
