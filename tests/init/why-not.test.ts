import { expect, test } from "vitest";
import { foundText } from "../../scripts/init/found-text.ts";
import { csv, folderOf, initOf, rows } from "./folder.ts";

const day = (at: number) => `2026-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, "0")}`;

const foundIn = async (files: Parameters<typeof folderOf>[0]) => foundText(await initOf(folderOf(files)));

test("a file that feeds no table is told the nearest, and what that needs", async () => {
  const leads = rows(30, (at) => `L${at},Fair ${at % 3},${at % 2}`);
  const found = await foundIn({ "leads.csv": csv("Lead ID,Lead source,Visits", ...leads) });
  expect(found).toContain("未采用：不像任何一张表的数据；最像“线索”，但没有创建日期（created_on），也没有一列是日期或时间 ·");
  expect(found).toContain("the nearest is leads, which needs created_on; no column holds dates or times");
});

test("a file that is like none is told no table", async () => {
  const found = await foundIn({ "words.csv": csv("Meaning,Spelling", ...rows(30, (at) => `meaning ${at},spelling ${at}`)) });
  expect(found).toContain("not used: it looks like no table");
  expect(found).not.toContain("the nearest is");
});

test("an amount that orders lack is named where another file has a price", async () => {
  const orders = rows(30, (at) => `O${at},${day(at)},C${at}`);
  const items = rows(30, (at) => `I${at},${at}.50`);
  const found = await foundIn({
    "orders.csv": csv("Order No,Order date,Customer ID", ...orders),
    "items.csv": csv("Article,Price", ...items),
  });
  expect(found).toContain("amount_cny is missing; items.csv has Price, which sql can join");
});

test("a file none of whose records can be read does not count as an empty one", async () => {
  const found = await foundIn({ "broken.csv": csv("a,b", ...rows(5, () => "1,2,3")), "empty.csv": "a,b\n" });
  expect(found).toContain("broken.csv\n  未采用：5 行记录按 utf-8 都读不了 · not used: none of its 5 records can be read as utf-8");
  expect(found).toContain("empty.csv\n  未采用：里面没有记录 · not used: it holds no records");
});
