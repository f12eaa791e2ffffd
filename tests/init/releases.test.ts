import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { CLOCK } from "../stage/folder.ts";
import { csv, folderOf, initOf } from "./folder.ts";

const VERSIONS = csv("版本,发布日期,状态", "V1,01/02/2026,已发布", "V2,15/01/2026,已发布", "V3,20/03/2026,计划中", "V4,28/02/2026,已发布");

/** Requirements, with what stands under the headers of their versions. */
const requirements = (headers: string, ...versions: string[]) =>
  csv(
    `需求编号,类型,提报时间,立项时间,产品线,${headers}`,
    ...versions.map(
      (named, at) => `R${at + 1},${at === 2 ? "缺陷" : "需求"},2026-01-0${at + 1} 09:00,2026-01-0${at + 2} 09:00,泵,${named}`,
    ),
  );

async function staged(files: Record<string, string>) {
  const folder = folderOf(files);
  const { sources, unused } = await initOf(folder);
  const { tables } = await stageAll({ dataDir: folder, clock: CLOCK, progress: silentProgress });
  const rowsOf = (id: string) => (tables.get(id)?.data.toArray() ?? []) as Record<string, unknown>[];
  const days = rowsOf("requirements").map(
    ({ requirement_id: id, released_at: at }) => `${id} ${at === null ? "–" : new Date(Number(at)).toISOString().slice(0, 10)}`,
  );
  return { folder, sources, unused, days, rowsOf };
}

describe("the day on which a requirement came out", () => {
  test.each([
    ["in several columns of one header", "修复版本,修复版本", ["V1,V2", "V3,", "V1,", "V4,V3", ","]],
    ["in one cell", "目标版本", ['"V1, V2"', "V3", "V1", "V4；V3", ""]],
  ])("is the earliest of its released versions: %s", async (_, header, versions) => {
    const { days, sources, unused } = await staged({ "需求.csv": requirements(header, ...versions), "版本.csv": VERSIONS });
    expect(days).toEqual(["R1 2026-01-15", "R2 –", "R4 2026-02-28", "R5 –"]);
    expect(sources).toContain("请核对:released_at 是 版本.csv 里“状态”为 已发布 的版本中最早的“发布日期”");
    expect(unused).toEqual([]);
  });

  test("is not taken where nothing says when a requirement was approved, which it has to follow", async () => {
    const open = requirements("修复版本", "V1", "V2", "V1", "V2", "V1").replaceAll("立项时间", "备用");
    const { days, sources } = await staged({ "需求.csv": open, "版本.csv": VERSIONS });
    expect(days[0]).toBe("R1 –");
    expect(sources).not.toContain("versions:");
  });

  test("is no day of a list that does not say what is out", async () => {
    const list = csv("版本,发布日期", "V1,2026-02-01", "V2,2026-01-15");
    const { days } = await staged({ "需求.csv": requirements("修复版本", "V1", "V2", "V1", "V2", "V1"), "版本.csv": list });
    expect(days[0]).toBe("R1 –");
  });
});

const HISTORY = csv(
  "需求,字段,变更后,变更时间,操作人",
  "R1,状态,评审中,02/01/2026 10:00,甲",
  "R1,需求描述,二,13/01/2026 10:00,甲",
  "R1,需求描述,三,14/01/2026 10:00,甲",
  "R2,需求描述,二,15/01/2026 10:00,乙",
  "R3,需求描述,二,16/01/2026 10:00,乙",
);

test("rows of a history that change what was asked for are changes of requirements, but not of records of other kinds", async () => {
  const { rowsOf, folder } = await staged({ "需求.csv": requirements("备注", "a", "b", "c", "d"), "历史.csv": HISTORY });
  expect(rowsOf("requirement_changes").map(({ change_id: id, changed_on: on }) => [id, Number(on)])).toEqual([
    ["R1-1", Date.UTC(2026, 0, 13)],
    ["R1-2", Date.UTC(2026, 0, 14)],
    ["R2-1", Date.UTC(2026, 0, 15)],
  ]);
  expect(rowsOf("requirements").filter(({ reviewed_at: at }) => at !== null)).toHaveLength(1);
  expect(readFileSync(join(folder, "sources.yaml"), "utf8")).not.toContain("操作人:");
});
