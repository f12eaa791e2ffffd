import { describe, expect, test } from "vitest";
import { counted, DataError, type Issue, nearest, unknownName } from "../../src/core/errors.ts";

const issue = (line: number): Issue => ({ file: "orders.csv", line, column: "amount_cny", expected: "a number", found: `x${line}` });

describe("nearest", () => {
  test.each([
    ["regoin", ["product_line", "region", "segment"], "region"],
    ["REGION", ["segment", "region"], "region"],
    ["aproved", ["approved_at", "approved"], "approved"],
    ["id", ["id"], "id"],
    ["wholly different", ["region"], undefined],
    ["region", [], undefined],
    ["yearly", ["daily", "weekly", "monthly", "quarterly"], undefined],
    ["signed", ["deal_id", "signed_on"], "signed_on"],
    ["状态", ["区域", "订单状态"], "订单状态"],
    ["渠道", ["区域"], undefined],
    ["nmae", ["name", "unit"], "name"],
    ["RMB", ["RUB", "CNY"], undefined],
    ["Asia/Beijing", ["Asia/Beirut"], undefined],
  ])("%s among %j is %s", (word, choices, found) => {
    expect(nearest(word, choices)).toBe(found);
  });
});

test("DataError names the cell of a workbook in the place of the line", () => {
  const error = new DataError("wrong", [{ ...issue(5), file: "members.xlsx", cell: "成员!B5" }]);
  expect(error.message).toBe("wrong\n  members.xlsx 成员!B5 amount_cny: expected a number, found x5");
});

describe("unknownName", () => {
  test("names the word, the nearest choice, and all choices with their owner", () => {
    const error = unknownName("dimension", "regoin", ["product_line", "region"], "time-to-approval has");
    expect(error.message).toBe("unknown dimension: regoin; did you mean region? (time-to-approval has: product_line, region)");
  });

  test("writes out characters of the word that cannot be seen", () => {
    expect(unknownName("column", "id\u200B", ["id"]).message).toBe("unknown column: id⟨U+200B⟩; did you mean id? (known: id)");
  });

  test("guesses nothing far off, and says so when there is no choice", () => {
    expect(unknownName("table", "xyz", ["requirements"]).message).toBe("unknown table: xyz (known: requirements)");
    expect(unknownName("table", "xyz", []).message).toBe("unknown table: xyz (known: none)");
  });
});

describe("DataError", () => {
  test("shows issues with file, line, column, expected and found", () => {
    const error = new DataError("1 record of orders", [issue(2)]);
    expect(error.message).toBe("1 record of orders\n  orders.csv:2 amount_cny: expected a number, found x2");
    expect(error.name).toBe("DataError");
  });

  test("writes out characters that cannot be seen", () => {
    const error = new DataError("wrong", [{ file: "a.csv", column: "id\uFEFF", expected: "one of abc", found: "ab\u200Bc" }]);
    expect(error.message).toBe("wrong\n  a.csv id⟨U+FEFF⟩: expected one of abc, found ab⟨U+200B⟩c");
  });

  test("shows twenty issues, counts the rest, and keeps them all", () => {
    const error = new DataError(
      "1,022 records of orders",
      Array.from({ length: 1022 }, (_, at) => issue(at + 2)),
    );
    expect(error.message.split("\n")).toHaveLength(22);
    expect(error.message).toMatch(/\n {2}… and 1,002 more$/);
    expect(error.issues).toHaveLength(1022);
  });

  test("says once what is so of several files", () => {
    const same = ["a", "b", "c", "d", "e"].map((name) => ({ ...issue(1), file: `${name}.csv` }));
    expect(new DataError("wrong", same).message).toBe(
      "wrong\n  a.csv:1 amount_cny: expected a number, found x1; also in b.csv:1, c.csv:1, d.csv:1 … and 1 more",
    );
  });

  test("says what was expected in both languages, and what to write", () => {
    const both = { ...issue(7), expected: { zh: "数字", en: "a number" }, remedy: { zh: "写上 x: 1", en: "write x: 1" } };
    expect(new DataError("wrong", [both]).message.split("\n")).toEqual([
      "wrong",
      "  orders.csv:7 amount_cny: 应为 数字，实为 x7",
      "    expected a number, found x7",
      "    → 写上 x: 1",
      "      write x: 1",
    ]);
  });

  test("leaves out the line, and the column when they are not given", () => {
    const error = new DataError("wrong", [{ file: "sources.yaml", expected: "a table", found: "nothing" }]);
    expect(error.message).toBe("wrong\n  sources.yaml: expected a table, found nothing");
  });
});

test.each([
  [1, "1 fault"],
  [0, "0 faults"],
  [119_998, "119,998 faults"],
])("counted(%d, noun) is %s", (count, text) => {
  expect(counted(count, "fault")).toBe(text);
});
