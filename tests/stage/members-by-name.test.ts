import { describe, expect, test } from "vitest";
import { membersByName } from "../../scripts/stage/members-by-name.ts";
import { Refusal, valueReader } from "../../scripts/stage/read-value.ts";
import { choice } from "../../src/core/columns.ts";

describe("membersByName(members)", () => {
  test("gives each name its member, also where both languages have the same", () => {
    const members = membersByName([
      ["won", { zh: "赢单", en: "Won" }],
      ["erp", { zh: "ERP", en: "ERP" }],
    ]);
    expect(Object.fromEntries(members)).toEqual({ 赢单: "won", Won: "won", ERP: "erp" });
  });

  test("leaves out a name of several members, and one that is an id", () => {
    const members = membersByName([
      ["north", { zh: "大区", en: "south" }],
      ["south", { zh: "大区", en: "South" }],
    ]);
    expect(Object.fromEntries(members)).toEqual({ South: "south" });
  });
});

describe("a column of fixed values", () => {
  const column = choice({
    ...{ label: { zh: "结果", en: "Outcome" }, description: { zh: "结果。", en: "Outcome." }, publish: "grouped", example: "won" },
    ...{ required: false, values: { won: { zh: "赢单", en: "Won" }, none: { zh: "无", en: "None" } } },
  });
  const read = (text: string) =>
    valueReader(column, {
      source: { missing: ["无"], dates: {}, scale: {}, values: { outcome: { Won: "" } } },
      ...{ name: "outcome", isMoment: false, wallClock: (instant: number) => instant, referenced: null },
    })(text);

  test.each([
    ["won", "won"],
    [" 赢单 ", "won"],
    ["None", "none"],
  ])("takes %j for %s", (text, value) => {
    expect(read(text)).toBe(value);
  });

  test("takes what sources.yaml says of a name, and what means missing, before the name", () => {
    expect([read("Won"), read("无")]).toEqual([null, null]);
  });

  test("refuses any other text", () => {
    expect(read("WON")).toBeInstanceOf(Refusal);
  });
});
