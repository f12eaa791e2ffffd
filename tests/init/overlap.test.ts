import { describe, expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";

/** Hours of a department on each day of a month, of which each is different. */
const hours = (department: string, from = 0) =>
  csv(
    "日期,部门,对方部门,方式,工时",
    ...rows(28, (at) => `2026-03-${String(at + 1).padStart(2, "0")},${department},销售部,会议,${1 + ((at + from) % 7) / 2}`),
  );

async function overlapOf(files: Record<string, string>, best = true) {
  const asked: string[] = [];
  const asker = {
    isThere: true,
    choose: async (question: { en: string }, answers: readonly { value: unknown }[]) => {
      asked.push(question.en);
      return answers.at(question.en.includes("in common") && !best ? 1 : 0)?.value as never;
    },
    write: async (_: unknown, usual: string) => usual,
  };
  const { exports } = await initOf(folderOf(files), { asker });
  return { overlap: exports["timesheets"]?.["overlap"], asked: asked.filter((question) => question.includes("in common")) };
}

describe("init of files of a table without a key", () => {
  test("counts all records of a day where each file has its own department", async () => {
    expect(await overlapOf({ "工时-研发.csv": hours("研发部"), "工时-财务.csv": hours("财务部") })).toEqual({ overlap: "sum", asked: [] });
  });

  test("counts those of the newest file where it repeats the other", async () => {
    const longer = `${hours("研发部")}2026-04-01,研发部,销售部,会议,2\n`;
    expect(await overlapOf({ "工时-1.csv": hours("研发部"), "工时-2.csv": longer })).toEqual({ overlap: "newest_file", asked: [] });
  });

  test.each([
    [true, "sum"],
    [false, "newest_file"],
  ])("asks where records of one department and day differ, the likeliest first: %s", async (best, overlap) => {
    const found = await overlapOf({ "工时-1.csv": hours("研发部"), "工时-2.csv": hours("研发部", 1) }, best);
    expect(found).toMatchObject({ overlap, asked: [expect.stringContaining("28 records, 0 of them the same")] });
  });

  test("says nothing of files that have no day in common", async () => {
    const april = hours("研发部")
      .replaceAll("2026-03", "2026-04")
      .replace(/^2026-04-31.*\n/m, "");
    expect((await overlapOf({ "工时-3.csv": hours("研发部"), "工时-4.csv": april })).overlap).toBeUndefined();
  });
});
