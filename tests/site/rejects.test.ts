import { expect, test } from "vitest";
import { OUTCOMES } from "../../src/core/outcomes.ts";
import { en } from "../../src/i18n/en.ts";
import { documentOf } from "./support/files.ts";

const reasons = (path: string) =>
  [...documentOf(path).querySelectorAll("[aria-labelledby=rejects] tbody td:nth-child(3)")].map((cell) => cell.textContent ?? "");

test("the Chinese data page says in Chinese what every reject should have been", () => {
  expect(reasons("data/").length).toBeGreaterThan(10);
  expect(reasons("data/").filter((reason) => !/\p{Script=Han}/u.test(reason))).toEqual([]);
});

test("the data page accounts for every record: the columns after those read add up to them", () => {
  const isTold = (row: Element) => row.querySelectorAll("td")[2]?.textContent !== en.missing;
  const rows = [...documentOf("en/data/").querySelectorAll("main > section:first-of-type tbody tr")].filter(isTold);
  const numberAt = (row: Element, n: number) => Number(row.querySelectorAll("td")[n]?.textContent?.replaceAll(",", ""));
  expect(rows.length).toBeGreaterThan(10);
  const [read, outcomes] = [2, OUTCOMES.map((_, n) => n + 3)];
  expect(rows.filter((row) => numberAt(row, read) !== outcomes.reduce((sum, n) => sum + numberAt(row, n), 0))).toEqual([]);
});

test("the data page says of the survey's files whose they are and up to when, and nothing of how much is in them", () => {
  const rows = [...documentOf("en/data/").querySelectorAll("main > section:first-of-type tbody tr")].map((row) =>
    [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.trim()),
  );
  const survey = rows.filter(([file]) => file?.includes("survey"));
  const untold = OUTCOMES.length + 3;
  expect(survey.map((cells) => cells.filter((cell) => cell === en.missing).length)).toEqual([untold, untold]);
  expect(survey.every((cells) => cells.some((cell) => cell?.includes("2026")))).toBe(true);
});
