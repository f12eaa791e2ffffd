import { describe, expect, test } from "vitest";
import { DataError, type Issue, nearest, unknownName } from "../../src/core/errors.ts";

const issue = (line: number): Issue => ({ file: "orders.csv", line, column: "amount_cny", expected: "a number", found: `x${line}` });

describe("nearest", () => {
  test.each([
    ["regoin", ["product_line", "region", "segment"], "region"],
    ["REGION", ["segment", "region"], "region"],
    ["aproved", ["approved_at", "approved"], "approved"],
    ["id", ["id"], "id"],
    ["wholly different", ["region"], undefined],
    ["region", [], undefined],
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
  test("shows up to three issues with file, line, column, expected and found", () => {
    const error = new DataError("1 record of orders", [issue(2)], "rejects/orders.csv");
    expect(error.message).toBe("1 record of orders\n  orders.csv:2 amount_cny: expected a number, found x2");
    expect(error.name).toBe("DataError");
  });

  test("writes out characters that cannot be seen", () => {
    const error = new DataError("wrong", [{ file: "a.csv", column: "id\uFEFF", expected: "one of abc", found: "ab\u200Bc" }]);
    expect(error.message).toBe("wrong\n  a.csv id⟨U+FEFF⟩: expected one of abc, found ab⟨U+200B⟩c");
  });

  test("counts the rest, says where all are, and keeps them all", () => {
    const error = new DataError("5 records of orders", [2, 3, 4, 5, 6].map(issue), "rejects/orders.csv");
    expect(error.message.split("\n")).toHaveLength(5);
    expect(error.message).toMatch(/\n {2}… and 2 more \(all in rejects\/orders\.csv\)$/);
    expect(error.issues).toHaveLength(5);
  });

  test("leaves out the line, the column and the place of the rest when they are not given", () => {
    const plain = { file: "sources.yaml", expected: "a table", found: "nothing" };
    const error = new DataError("wrong", [plain, plain, plain, plain]);
    expect(error.message).toBe(["wrong", ...Array(3).fill("  sources.yaml: expected a table, found nothing"), "  … and 1 more"].join("\n"));
  });
});
