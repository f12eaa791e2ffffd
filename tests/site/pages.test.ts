import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { pagePaths } from "./support/files.ts";
import { test } from "./support/site.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds at fault, with the first place of each. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ violations: Violation[] }>("axe.run()");
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`);
}

interface Violation {
  id: string;
  nodes: { target: string[] }[];
}

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1280, height: 800 };

/** Pages that are unlike each other; every other one is set like one of these. */
const KINDS = [
  "",
  "en/",
  "response/",
  "market/",
  "cost/",
  "satisfaction/",
  "en/satisfaction/",
  "metrics/",
  "metrics/time-to-approval/",
  "en/data/",
  "404.html",
];

describe.each(pagePaths)("page %s", (path) => {
  test("keeps within a phone's width and says nothing on the console", async ({ open }) => {
    const page = await open(path, { viewport: PHONE });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(PHONE.width);
  });
});

describe.each(KINDS)("page %s", (path) => {
  test("has no fault of accessibility in the light of a laptop", async ({ open }) => {
    expect(await faultsOf(await open(path, { viewport: LAPTOP }))).toEqual([]);
  });

  test("has no fault of accessibility in the dark on a phone", async ({ open }) => {
    expect(await faultsOf(await open(path, { viewport: PHONE, colorScheme: "dark" }))).toEqual([]);
  });

  test("is complete without JavaScript", async ({ open }) => {
    const page = await open(path, { javaScriptEnabled: false, viewport: LAPTOP });
    expect(await page.locator("h1").innerText()).not.toBe("");
  });
});

describe("the overview", () => {
  test.for(["", "en/"])("%s shows every effect and its lead metrics on one laptop screen", async (path, { open }) => {
    const page = await open(path, { viewport: LAPTOP });
    const bottom = await page.evaluate("document.querySelector('.effects').getBoundingClientRect().bottom");
    expect(bottom).toBeLessThanOrEqual(LAPTOP.height);
  });

  test("is reached from every language by keyboard alone", async ({ open }) => {
    const page = await open("en/response/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#content");
  });
});

test("an address that is not there shows the not-found page", async ({ open }) => {
  const page = await open("no/such/page/");
  expect(await page.locator("h1").innerText()).toBe("没有这一页");
});
