import { expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

test("void documents and those that nobody has approved do not count", async () => {
  const order = (at: number) => `A${at},${day(at)},C${at % 7},${100 + at},${at % 4 ? "已审核" : "审核中"},${at % 8 === 1 ? "是" : "否"}`;
  const { exports, sources } = await initOf(
    folderOf({ "订单.csv": csv("订单编号,订单日期,客户,金额,单据状态,是否作废", ...rows(40, order)) }),
  );
  expect(exports["orders"]).toMatchObject({ where: { 单据状态: { not: ["审核中"] }, 是否作废: { not: ["是"] } } });
  expect(sources).toContain("# 单据状态: 请核对：这些不算数：审核中 10 ·");
  expect(sources).toContain("# 单据状态: 这些都算：已审核 30 · these count: 已审核 30");
  expect(sources).toContain("# 是否作废: 请核对：这些不算数：是 5 ·");
});

test("of two amounts the one without tax is revenue; where tax is in the only one, that is said", async () => {
  const order = (at: number) => `A${at},${day(at)},C${at % 7},${100 + at}.00,${113 + at}.00`;
  const both = await initOf(folderOf({ "订单.csv": csv("订单编号,订单日期,客户,金额,价税合计", ...rows(40, order)) }));
  expect(both.exports["orders"]).toMatchObject({ columns: { amount_cny: "金额" } });
  const gross = rows(40, (at) => `A${at},${day(at)},C${at % 7},${113 + at}.00`);
  const { exports, sources } = await initOf(folderOf({ "订单.csv": csv("订单编号,订单日期,客户,价税合计", ...gross) }));
  expect(exports["orders"]).toMatchObject({ columns: { amount_cny: "价税合计" } });
  expect(sources).toContain("# amount_cny: 请核对：含税；收入应不含税 · check: with tax, while revenue counts net of tax");
});

test("an amount below a header that says without tax is not said to be with it", async () => {
  const order = rows(40, (at) => `A${at},${day(at)},C${at % 7},${100 + at}.00`);
  const { sources } = await initOf(folderOf({ "订单.csv": csv("订单编号,订单日期,客户,金额 不含税金额", ...order) }));
  expect(sources).not.toContain("含税；收入应不含税");
});
