import { expect, test } from "vitest";
import { documentOf } from "./support/files.ts";

const reasons = (path: string) =>
  [...documentOf(path).querySelectorAll("[aria-labelledby=rejects] tbody td:nth-child(3)")].map((cell) => cell.textContent ?? "");

test("the Chinese data page says in Chinese what every reject should have been", () => {
  expect(reasons("data/").length).toBeGreaterThan(10);
  expect(reasons("data/").filter((reason) => !/\p{Script=Han}/u.test(reason))).toEqual([]);
});

test("the data page accounts for every record: accepted and rejected add up to those read", () => {
  const rows = [...documentOf("en/data/").querySelectorAll("main > section:first-of-type tbody tr")];
  const numberAt = (row: Element, n: number) => Number(row.querySelectorAll("td")[n]?.textContent?.replaceAll(",", ""));
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter((row) => numberAt(row, 2) !== numberAt(row, 3) + numberAt(row, 4))).toEqual([]);
});
