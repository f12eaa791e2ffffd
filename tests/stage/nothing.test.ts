import { expect, test } from "vitest";
import { DEALS_HEADER, dataFolder, stageFolder } from "./folder.ts";

async function dealsOf(lines: readonly string[], regions?: string, source: object = {}) {
  const files = {
    "d.csv": [DEALS_HEADER, ...lines, ""].join("\n"),
    ...(regions === undefined ? {} : { "reference/sales-regions.csv": `region,is_active\n${regions},1\n` }),
  };
  const { tables } = await stageFolder(dataFolder({ deals: { files: "d.csv", ...source } }, files));
  const { data, files: reports } = tables.get("deals") as NonNullable<ReturnType<typeof tables.get>>;
  return { rows: data.toArray() as Record<string, unknown>[], rejected: reports[0]?.rejected };
}

test.each(["—", "--", "/", "\\", "N/A", "null", "暂无", "无"])(
  "%s is nothing in an optional number and reference, and stays a text",
  async (sign) => {
    const { rows, rejected } = await dealsOf([`D-1,2026-01-02,${sign},${sign},x${sign}`], "east");
    expect([rows, rejected]).toMatchObject([[{ region: null, amount_cny: null, note: `x${sign}` }], 0]);
  },
);

test("a sign for nothing is a value where a member or a line of values says so, an identifier, or a text", async () => {
  expect((await dealsOf(["D-1,2026-01-02,/,1,"], "/")).rows).toMatchObject([{ region: "/" }]);
  expect((await dealsOf(["D-1,2026-01-02,/,1,"], "east", { values: { region: { "/": "east" } } })).rows).toMatchObject([
    { region: "east" },
  ]);
  expect((await dealsOf(["/,2026-01-02,,1,—"])).rows).toMatchObject([{ deal_id: "/", note: "—" }]);
});

test("a sign for nothing in a required column is a reject", async () => {
  expect((await dealsOf(["D-1,—,,1,"])).rejected).toBe(1);
});
