import { describe, expect } from "vitest";
import { answers } from "./support/interactive.ts";
import { test } from "./support/site.ts";
import { PHONE } from "./support/windows.ts";

/** A phone that is touched. */
const TOUCHED = { viewport: PHONE, hasTouch: true, isMobile: true };

/** Pages that are unlike each other. */
const PATHS = [
  "",
  "en/",
  "response/",
  "en/cost/",
  "matrix/",
  "en/matrix/",
  "departments/rnd/",
  "en/goals/",
  "en/metrics/time-to-approval/",
  "metrics/",
  "en/data/",
  "data/reasons/",
  "embed/time-to-approval/",
];

/** What a finger may be meant for and is less than 24 px wide or high, but for links within a sentence (WCAG 2.5.8), once all that opens is open: run within a page. */
function smallTargets(): string[] {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const isInSentence = (target: Element) =>
    getComputedStyle(target).display === "inline" &&
    [...(target.parentElement?.childNodes ?? [])].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim());
  const boxOf = (target: Element) => (target.closest("label") ?? target).getBoundingClientRect();
  return [...document.querySelectorAll("a[href], button, summary, input, select, [role=tab]")]
    .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !isInSentence(target))
    .filter((target) => boxOf(target).width > 0 && Math.min(boxOf(target).width, boxOf(target).height) < 23.9)
    .map((target) => `${target.localName} ${target.textContent?.trim()}: ${boxOf(target).width} × ${boxOf(target).height}`);
}

describe("on a phone", () => {
  test.for(PATHS)("a finger hits what is 24 px wide and high at least: /%s", async (path, { open }) => {
    const page = await open(path, TOUCHED);
    expect(await page.evaluate(smallTargets)).toEqual([]);
  });

  test("the sheet of filters has no smaller target", async ({ open }) => {
    const page = await answers(await open("en/departments/rnd/?region=east", TOUCHED));
    await page.locator(".bar-opener").tap();
    await page.locator("[data-item=region] .bar-button").waitFor();
    expect(await page.evaluate(smallTargets)).toEqual([]);
  });

  test.for(["departments/rnd/", "en/departments/hr/"])(
    "duties and goals are lists that do not scroll sideways: /%s",
    async (path, { open }) => {
      const page = await open(path, TOUCHED);
      const lists = await page
        .locator(".scroll:has(> .listed, > * > .listed)")
        .evaluateAll((all) => all.map((list) => [list.scrollWidth - list.clientWidth, list.querySelectorAll("td[data-head]").length > 0]));
      expect(lists).toEqual([
        [0, true],
        [0, true],
      ]);
    },
  );

  test("reasons for rejects are a list that does not scroll sideways", async ({ open }) => {
    const page = await open("en/data/reasons/", TOUCHED);
    const list = page.locator(".scroll");
    expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    expect(await list.getByText("What to do").count()).toBe(1);
    expect(await list.locator("td[data-head='What to do']").first().isVisible()).toBe(true);
  });

  test.for(["metrics/", "en/metrics/"])("the catalogue takes five screens: /%s", async (path, { open }) => {
    const page = await open(path, TOUCHED);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(5 * PHONE.height);
  });

  test.for(["en/", "en/matrix/"])("whom to talk to first takes eight lines at most: /%s", async (path, { open }) => {
    const talk = (await open(path, TOUCHED)).locator(".talk > span").first();
    const lines = await talk.evaluate((it) => new Set([...it.getClientRects()].map(({ top }) => Math.round(top))).size);
    expect(lines > 1 && lines <= 8).toBe(true);
  });
});
