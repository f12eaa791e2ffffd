import { describe, expect, test } from "vitest";
import { dayPatterns } from "../../scripts/init/day-columns.ts";
import { addFiles, csv, folderOf, initOf, rows } from "./folder.ts";
import { valuesBy } from "./values-by.ts";

describe("dayPatterns(days, others)", () => {
  test("takes in the days of each year by what they begin with", () => {
    expect(dayPatterns(["2025/12/31", "2026/1/1", "2026/1/2"], ["部门"])).toEqual(["2025/*", "2026/*"]);
  });

  test("names each day where another header begins so", () => {
    expect(dayPatterns(["2026-01-01", "2026-01-02"], ["2026-合计"])).toEqual(["2026-01-01", "2026-01-02"]);
  });
});

describe("initFolder turns days across into records", () => {
  const month = (name: string, days: number) => {
    const header = `部门,协作部门,工时类型,${rows(days, (at) => `2026-${name}-${String(at + 1).padStart(2, "0")}`).join(",")}`;
    return csv("工时统计表", header, ...rows(6, (at) => `研发部,销售部,会议,${rows(days, (day) => String((at + day) % 3)).join(",")}`));
  };

  test("of one file for each month, which have other days, as one source", async () => {
    const { exports } = await initOf(folderOf({ "工时 1月.csv": month("01", 31), "工时 2月.csv": month("02", 28) }));
    expect(exports["timesheets"]).toMatchObject({
      files: "工时 *.csv",
      header_row: 2,
      unpivot: { columns: ["2026-*"], name: "日期", value: "工时" },
      columns: { worked_on: "日期", hours: "工时" },
    });
  });

  test("and takes the next month for one more file of it", async () => {
    const folder = folderOf({ "工时 1月.csv": month("01", 31) });
    await initOf(folder);
    addFiles(folder, { "工时 2月.csv": month("02", 28) });
    const { exports, unused } = await initOf(folder);
    expect(exports["timesheets"]).toMatchObject({ files: ["工时 1月.csv", "工时 2月.csv"], unpivot: { columns: ["2026-*"] } });
    expect(unused).toEqual([]);
  });

  test("and a sign for nothing below a day is no hours", async () => {
    const hours = await valuesBy({ "工时 1月.csv": month("01", 31).replace(/,0(?=,)/g, ",/") }, "timesheets", ["hours"]);
    expect(new Set(hours.flat())).toEqual(new Set([0, 1, 2]));
    const { exports } = await initOf(
      folderOf({
        "工时 1月.csv": month("01", 31)
          .replace(/,0(?=,)/g, ",/")
          .replace(/,1(?=,)/g, ",休"),
      }),
    );
    expect(exports["timesheets"]).toMatchObject({ where: { 工时: { not: ["休", "/"] } } });
    expect(exports["timesheets"]).not.toHaveProperty("missing");
  });

  test("but not of a few columns that are called after a day", async () => {
    const { exports } = await initOf(folderOf({ "工时.csv": month("01", 4) }));
    expect(exports).not.toHaveProperty("timesheets.unpivot");
  });
});
