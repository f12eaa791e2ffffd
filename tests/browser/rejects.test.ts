import { expect, test } from "vitest";
import { readSettings } from "../../scripts/tools/settings.ts";
import { REASON_EXAMPLES } from "../../src/core/reason-examples.ts";
import { words as en } from "../../src/i18n/en/words.ts";
import { documentOf } from "./support/files.ts";

const { base } = readSettings();

/** How many outcomes the table of files shows. */
const OUTCOMES = [...documentOf("en/data/").querySelectorAll("main > section:first-of-type thead th")].filter(({ textContent }) =>
  Object.values(en.dataPage.outcomes).includes(textContent?.trim() ?? ""),
).length;

const reasons = (path: string) =>
  [...documentOf(path).querySelectorAll("#rejects tbody td:nth-child(3)")].map((cell) => cell.textContent ?? "");

test("the Chinese data page says in Chinese what every reject should have been", () => {
  expect(reasons("data/").length).toBeGreaterThan(10);
  expect(reasons("data/").filter((reason) => !/\p{Script=Han}/u.test(reason))).toEqual([]);
});

test.each(["", "en/"])("every reason of %sdata/ leads to the row that explains it, and every code has one", (language) => {
  const links = [...documentOf(`${language}data/`).querySelectorAll("#rejects tbody a, #dropped tbody a")];
  const explained = [...documentOf(`${language}data/reasons/`).querySelectorAll("tbody tr")];
  expect(explained.map(({ id }) => id)).toEqual(Object.keys(REASON_EXAMPLES));
  expect(explained.filter((row) => [...row.querySelectorAll("td")].some((cell) => !cell.textContent?.trim()))).toEqual([]);
  expect(links.length).toBeGreaterThanOrEqual(reasons(`${language}data/`).length);
  expect(links.filter((link) => !link.getAttribute("href")?.startsWith(`${base}${language}data/reasons/#`))).toEqual([]);
});

test("the data page accounts for every record: the columns after those read add up to them", () => {
  const isTold = (row: Element) => row.querySelectorAll("td")[2]?.textContent !== en.missing;
  const rows = [...documentOf("en/data/").querySelectorAll("main > section:first-of-type tbody tr")].filter(isTold);
  const numberAt = (row: Element, n: number) => Number(row.querySelectorAll("td")[n]?.textContent?.replaceAll(",", ""));
  expect(rows.length).toBeGreaterThan(10);
  const [read, outcomes] = [2, Array.from({ length: OUTCOMES }, (_, n) => n + 3)];
  expect(rows.filter((row) => numberAt(row, read) !== outcomes.reduce((sum, n) => sum + numberAt(row, n), 0))).toEqual([]);
});

test("the data page says of the survey's files whose they are and up to when, and nothing of how much is in them", () => {
  const rows = [...documentOf("en/data/").querySelectorAll("main > section:first-of-type tbody tr")].map((row) =>
    [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.trim()),
  );
  const survey = rows.filter(([file]) => file?.includes("survey"));
  const untold = OUTCOMES + 3;
  expect(survey.map((cells) => cells.filter((cell) => cell === en.missing).length)).toEqual([untold, untold]);
  expect(survey.every((cells) => cells.some((cell) => cell?.includes("2026")))).toBe(true);
});
