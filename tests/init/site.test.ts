import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { foundText } from "../../scripts/init/found-text.ts";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

const siteOf = async (file: string) => {
  const folder = folderOf({ "sales.csv": file });
  const result = await initOf(folder);
  return { text: readFileSync(join(folder, "site.yaml"), "utf8"), found: foundText(result) };
};

test("what is Chinese by default is to be looked at where no export is", async () => {
  const orders = rows(30, (at) => `O${at},${day(at)},C${at % 5},${at}`);
  const english = await siteOf(csv("Order No,Order date,Customer ID,Amount", ...orders));
  for (const key of ["time_zone", "working_hours", "currency"]) {
    expect(english.text).toMatch(new RegExp(`^# 请核对：.* · check: .*\\n${key}: `, "m"));
    expect(english.found).toContain(`! ${key} 请核对：`);
  }
  const chinese = await siteOf(csv("订单号,下单日期,客户编号,金额", ...orders));
  expect(chinese.text).not.toContain("请核对：导出");
});

test.each([
  ["$1,200.50", "USD"],
  ["USD 1,200.50", "USD"],
  ["1,200.50 €", "EUR"],
  ["£12", "GBP"],
])("amounts such as %s say the currency", async (amount, currency) => {
  const orders = rows(30, (at) => `O${at},${day(at)},C${at % 5},"${amount}"`);
  const { text } = await siteOf(csv("Order No,Order date,Customer ID,Amount", ...orders));
  expect(text).toContain(`\ncurrency: ${currency}\n`);
  expect(text).not.toContain("no export says the currency");
});

test.each([
  ["Amount (USD)", "USD"],
  ["amount_eur", "EUR"],
  ["Amount €", "EUR"],
  ["Amount (RMB)", "CNY"],
  ["Amount (MXN)", "MXN"],
  ["金额（美元）", "USD"],
])("a header such as %s says the currency", async (header, currency) => {
  const orders = rows(30, (at) => `O${at},${day(at)},C${at % 5},${at}`);
  const { text } = await siteOf(csv(`Order No,Order date,Customer ID,${header}`, ...orders));
  expect(text).toContain(`\ncurrency: ${currency}\n`);
  expect(text).not.toContain("no export says the currency");
});

test.each(["Real amount", "Dollar amount", "ALL Amount", "Top amount"])("a header such as %s says none", async (header) => {
  const orders = rows(30, (at) => `O${at},${day(at)},C${at % 5},${at}`);
  const { text } = await siteOf(csv(`Order No,Order date,Customer ID,${header}`, ...orders));
  expect(text).toContain("\ncurrency: CNY\n");
  expect(text).toContain("no export says the currency");
});

test("the name of an amount that is made here says no currency", async () => {
  const lines = rows(30, (at) => `O${at},${day(at)},C${at % 5},${1 + (at % 4)},${at}.50`);
  const { text } = await siteOf(csv("Order No,Order date,Customer ID,Quantity,Unit price", ...lines));
  expect(text).toContain("no export says the currency");
});
