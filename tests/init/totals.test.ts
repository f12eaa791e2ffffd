import { describe, expect, test } from "vitest";
import { totalIn } from "../../scripts/init/totals.ts";
import { bookOf } from "../read/xlsx/book.ts";
import { ordersBy } from "./staged.ts";

describe("totalIn(fields)", () => {
  test.each([
    [["合计", "", "", "120"], 0],
    [["", "小计：", "", "120"], 1],
    [["1月小计", "", "", "120"], 0],
    [["华东 合计", null, "", "120"], 0],
    [["North total", "", "", "120"], 0],
    [["Sub-total", "", "", "120"], 0],
  ])("finds the row %j", (fields, place) => {
    expect(totalIn(fields)).toEqual({ place, word: fields[place] });
  });

  test.each([
    [["SO-1", "2026-03-01", "North", "120"]],
    // a record that has its own cells is none, whatever its title
    [["报价合计", "T-1", "2026-03-01", "120"]],
    [["Grand total of the quote", "", "", "120"]],
    [["Totalenergies", "", "", "120"]],
    [["A-1", "年度合计", "", ""]],
  ])("takes %j for a record", (fields) => {
    expect(totalIn(fields)).toBeNull();
  });
});

test("subtotals of months are no orders, and none of their products", async () => {
  const order = (month: number) => (at: number) => [
    `2026-0${month}-${10 + at}`,
    `SO-${month}-${at}`,
    "C1",
    `P${at % 3}`,
    `Pump ${at % 3}`,
    100,
  ];
  const months = [1, 2, 3].flatMap((month) => [
    ...Array.from({ length: 12 }, (_, at) => order(month)(at)),
    [`${month}月小计`, null, null, null, null, 1200],
  ]);
  const book = bookOf({
    订单: [
      ["销售订单列表"],
      ["单据日期", "单据编号", "客户编码", "存货编码", "存货名称", "无税金额"],
      ...months,
      ["合计", null, null, null, null, 3600],
    ],
  });
  expect(await ordersBy({ "订单.xlsx": book })).toMatchObject({ accepted: 36, rejected: 0, revenue: 3600 });
});
