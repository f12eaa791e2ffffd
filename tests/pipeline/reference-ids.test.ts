import { describe, expect, test } from "vitest";
import { expectedAddressId, isAddressId } from "../../scripts/reference/address-id.ts";
import { checkReferenceIds } from "../../scripts/reference/check-reference-ids.ts";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { CLOCK } from "../stage/folder.ts";
import { companyFolder } from "./company.ts";

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

async function check(files: Record<string, readonly string[]>): Promise<void> {
  const without = ["reference/departments", "reference/members", "exports/orders", "exports/products", "exports/requirements"];
  const survey = ["exports/survey", "exports/survey_invitations"];
  const dataDir = companyFolder({ without: [...without, ...survey].filter((name) => !(name in files)), files });
  const { tables } = await stageAll({ dataDir, clock: CLOCK, progress: silentProgress });
  checkReferenceIds(tables.values());
}

const departments = (...ids: string[]) => ["department,zh,en,stage", ...ids.map((id, i) => `${quoted(id)},部${i},Dep ${i},front`)];
const members = (dimension: string, ...ids: string[]) => [
  "dimension,member,zh,en",
  ...ids.map((id, i) => `${dimension},${quoted(id)},名${i},Name ${i}`),
];

const LONG = "研".repeat(61);

/** An id that no address takes, and the nearest that one does. */
const REFUSED: readonly [string, string][] = [
  ["研发/测试", "研发-测试"],
  ["A&B 部", "A-B-部"],
  ["..", "unit-1"],
  [".hidden", "hidden"],
  ["a.b", "a-b"],
  ["a\\b", "a-b"],
  ["*", "unit-1"],
  ["a,b", "a-b"],
  ["a#b", "a-b"],
  ["a?b=c", "a-b-c"],
  ["100%", "100"],
  ["~pool", "pool"],
  ['"R&D"', "R-D"],
  ["o'clock", "o-clock"],
  ["a\u200bb", "ab"],
  ["a\u3164b", "ab"],
  ["a\u0007b", "ab"],
  ["con", "con-1"],
  ["NUL", "NUL-1"],
  ["-a", "a"],
  ["🚀", "unit-1"],
  [LONG, LONG.slice(1)],
];

describe("an id that stands in addresses", () => {
  test.each(["rnd", "R_D", "研发部", "after-sales", "2", "𠮷野", "é"])("may be %s", (id) => {
    expect(isAddressId(id)).toBe(true);
  });

  test.each(REFUSED)("may not be %j; nearest is %s", (id, near) => {
    expect([isAddressId(id), expectedAddressId(id).split(", such as ")[1], isAddressId(near)]).toEqual([false, near, true]);
  });
});

describe("checkReferenceIds", () => {
  test.each([
    ["departments", "department", departments("sales", "研发/测试")],
    ["members", "member", members("request_type", "t1", "研发/测试")],
  ])("names file, line and column of an id that no address takes, and the nearest that one does: %s", async (table, column, lines) => {
    await expect(check({ [`reference/${table}`]: lines })).rejects.toThrow(
      `1 id of reference tables cannot be used
  reference/${table}.csv:3 ${column}: expected an id that can stand in an address (letters, digits, - and _, at most 60), such as 研发-测试, found 研发/测试`,
    );
  });

  test("says of a device's name why it cannot be", () => {
    expect(expectedAddressId("aux")).toBe("an id that Windows does not keep for a device, such as aux-1");
  });

  test.each([
    ["rnd", "RND"],
    ["a_b", "a-b"],
    ["R1", "Ｒ1"],
  ])("names the second of two departments that share an address: %s, %s", async (one, other) => {
    await expect(check({ "reference/departments": departments(one, "x", other) })).rejects.toThrow(
      `reference/departments.csv:4 department: expected an id that differs from ${one} (line 2) in more than case, width, - and _, found ${other}`,
    );
  });

  test("takes members of other dimensions as the company writes them", async () => {
    const ids = ["华东,一区", "a\\b", "*", "A/B", "..", "a", "A", "~pool", "x".repeat(200), "con"];
    await expect(check({ "reference/members": members("region", ...ids) })).resolves.toBeUndefined();
  });

  test("takes no id with a character that cannot be seen", async () => {
    await expect(check({ "reference/members": members("region", "east", "east\u200b") })).rejects.toThrow(
      /members\.csv:3 member: expected an id whose characters can all be seen, such as east, found /,
    );
  });

  test("distinguishes the same id of two dimensions", async () => {
    const lines = [
      ...members("request_type", "hiring"),
      ...members("output", "hiring")
        .slice(1)
        .map((line) => line.replace("0", "9")),
    ];
    await expect(check({ "reference/members": lines })).resolves.toBeUndefined();
  });
});
