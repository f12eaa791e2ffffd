import { describe, expect, test } from "vitest";
import { csv, folderOf, initOf, rows } from "./folder.ts";
import { stagedBy } from "./staged.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;
const CURRENCIES = ["人民币", "美元", "欧元"];
const amounts = (at: number) => `${100 + at},${CURRENCIES[at % 3]},${[1, 7, 8][at % 3]},${(100 + at) * ([1, 7, 8][at % 3] as number)}`;

describe("orders that have their amounts in the company's currency beside those of the document", () => {
  test.each([
    "原币金额,币别,汇率,本位币金额",
    "金额,币别,汇率,金额(本位币)",
    "价税合计,结算币别,汇率,价税合计（本位币）",
    "金额,币种,汇率,折合人民币金额",
    "Amount,Currency,Rate,Amount (Company Currency)",
  ])("are exchanged once: %s", async (headers) => {
    const files = {
      "orders.csv": csv(`订单号,下单日期,客户,${headers}`, ...rows(30, (at) => `O${at},${day(at)},C${at % 5},${amounts(at)}`)),
    };
    const { exports, sources } = await initOf(folderOf(files));
    expect(exports["orders"]?.["columns"]).toMatchObject({ amount_cny: headers.split(",").at(-1) });
    expect(exports["orders"]?.["columns"]).not.toHaveProperty("currency");
    expect(sources).toContain("已折合本位币");
    expect(await stagedBy(files)).toMatchObject({ orders: { accepted: 30, rejected: 0 } });
  });

  test("that have those of the document alone say their currency", async () => {
    const orders = csv(
      "订单号,下单日期,客户,金额,币别",
      ...rows(30, (at) => `O${at},${day(at)},C${at % 5},${100 + at},${CURRENCIES[at % 3]}`),
    );
    const { exports } = await initOf(folderOf({ "orders.csv": orders }));
    expect(exports["orders"]?.["columns"]).toMatchObject({ amount_cny: "金额", currency: "币别" });
  });
});
