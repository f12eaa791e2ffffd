import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { doubt, type Remark } from "../../scripts/init/remark.ts";
import { settingLines } from "../../scripts/init/setting-lines.ts";

const linesOf = (key: string, value: unknown, remarks: Remark[] = []) => settingLines([key, value], "  ", remarks);

const named = (count: number, value: unknown = "客户名称") =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`column_${at}`, value]));

describe("settingLines(setting, indent, remarks)", () => {
  test.each([
    ["a short map", { 状态: { not: ["作废", "草稿"] } }, ["  a: { 状态: { not: [作废, 草稿] } }"]],
    ["texts that YAML would read otherwise", ["5", "no", "a, b", "x: y"], ['  a: ["5", no, "a, b", "x: y"]']],
    ["a text of several lines", "select *\nfrom records\n", ["  a: |", "    select *", "    from records"]],
  ])("writes %s as a person would", (_, value, lines) => {
    expect(linesOf("a", value)).toEqual(lines);
  });

  test("fills lines with what has no parts of its own, the further ones below the first part", () => {
    const lines = linesOf("columns", named(18));
    expect(lines).toHaveLength(3);
    expect(lines.slice(1).every((line) => line.startsWith(`${" ".repeat("  columns: { ".length)}column_`))).toBe(true);
    expect(parse(lines.join("\n"))).toEqual({ columns: named(18) });
  });

  test("gives each part of its own a line where one cannot hold them all", () => {
    const value = { region: named(5), side: named(5), score: { 同意: "4" } };
    const lines = linesOf("values", value);
    expect(lines.map((line) => line.trim().split(":")[0])).toEqual(["values", "region", "side", "score"]);
    expect(parse(lines.join("\n"))).toEqual({ values: value });
  });

  test("puts a remark above the line that it is about, with its subject where others share that", () => {
    const remarks = [doubt(["b"], "看", "look")];
    expect(linesOf("a", { b: "x", c: "y" }, remarks)).toEqual(["  # b: 请核对：看 · check: look", "  a: { b: x, c: y }"]);
    const lines = linesOf("a", { c: named(5), b: named(5) }, remarks);
    expect(lines.indexOf("    # 请核对：看 · check: look")).toBe(lines.findIndex((line) => line.startsWith("    b:")) - 1);
  });
});
