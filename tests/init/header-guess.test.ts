import { expect, test } from "vitest";
import { guessHeader } from "../../scripts/init/header-guess.ts";

const rowsOf = (...rows: string[][]) => rows.map((cells, at) => ({ line: at + 1, cells }));

test.each([
  ["the first row", rowsOf(["No", "Day", "Sum"], ["1", "2026-01-01", "5"], ["2", "2026-01-02", "6"]), {}],
  [
    "a row below titles",
    rowsOf(
      ["销售明细"],
      ["导出人:甲", "", "导出时间:2026-07-01"],
      ["单号", "日期", "金额", "状态"],
      ["A1", "2026-01-01", "5", "完成"],
      ["A2", "2026-01-02", "6", "完成"],
    ),
    { header_row: 3 },
  ],
  [
    "two rows, of which the upper names groups",
    rowsOf(["订单", "", "金额", ""], ["编号", "日期", "含税", "不含税"], ["A1", "2026-01-01", "5", "4"], ["A2", "2026-01-02", "6", "5"]),
    { header_row: [1, 2] },
  ],
  ["no header in numbers alone", rowsOf(["1", "2"], ["3", "4"]), {}],
])("guessHeader(rows) finds %s", (_, rows, guess) => {
  expect(guessHeader(rows)).toEqual(guess);
});
