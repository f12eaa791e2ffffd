import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { words as en } from "../../../src/i18n/en/words.ts";
import { answers, eventually } from "../support/interactive.ts";
import { type Open, test } from "../support/site.ts";
import { LAPTOP } from "../support/windows.ts";

/* Visits of readers who come with a question, from the overview on: how many clicks lead to the answer. */

/** A visit: its page, and how often the reader has clicked. */
interface Visit {
  page: Page;
  click(target: Locator): Promise<void>;
  clicks(): number;
}

async function visit(open: Open, path = "en/"): Promise<Visit> {
  const page = await answers(await open(path, { viewport: LAPTOP, permissions: ["clipboard-read", "clipboard-write"] }));
  let clicks = 0;
  return {
    page,
    async click(target) {
      clicks += 1;
      await target.click();
    },
    clicks: () => clicks,
  };
}

/** Whether all of it is in the window. */
const isRead = async (target: Locator): Promise<boolean> => {
  const box = await target.boundingBox();
  return box !== null && box.height > 0 && box.y >= 0 && box.y + box.height <= LAPTOP.height;
};

const { questions } = en.matrix;
const asked = (page: Page) => page.getByRole("list", { name: questions.title }).getByRole("link");

/** What a text says between two others. */
const between = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? "";

test("whom to talk to and what to ask takes no click", async ({ open }) => {
  const { page } = await visit(open);
  const talk = page.getByText(/^Talk to .+ first\./);
  expect(await isRead(talk)).toBe(true);
  const all = await asked(page).all();
  expect(all.length).toBeGreaterThan(1);
  for (const question of all) expect(await isRead(question)).toBe(true);
});

test("the step, the region and the type behind the fall take three clicks at most", async ({ open }) => {
  const { page, click, clicks } = await visit(open);
  const [type, step, region] = [
    between(await page.getByText(/^Talk to .+ first\./).innerText(), /“([^:]+):/),
    between(await asked(page).nth(0).innerText(), /the time (.+?) grow/),
    between(await asked(page).nth(1).innerText(), /^(.+?) missed/),
  ];
  await click(page.getByRole("link", { name: /^See / }));
  await answers(page);
  const promise = page
    .locator("tbody.row")
    .filter({ hasText: new RegExp(`^\\s*${type}`) })
    .first();
  await eventually(() => promise.innerText()).toMatch(/fell to/);
  expect(await promise.innerText()).toContain(`: ${region} (`);
  await click(page.getByRole("link", { name: en.matrix.page.clock, exact: true }));
  const clock = page.getByText(new RegExp(`Grew most: ${step}`));
  await eventually(() => isRead(clock.first())).toBe(true);
  expect(clicks()).toBeLessThanOrEqual(3);
});

test("a department against a year ago, its mark and by how much it differs, takes two clicks", async ({ open }) => {
  const { page, click, clicks } = await visit(open);
  const { bar } = en;
  await click(page.getByRole("button", { name: bar.compare }));
  await click(page.getByText(bar.compareWith.yearAgo).first());
  await eventually(() =>
    page
      .locator("header")
      .getByText(/compared with 2025 Q3/)
      .count(),
  ).toBe(1);
  const department = page.getByRole("link", { name: /^R&D/ }).first();
  const said = () => page.getByRole("listitem").filter({ has: department }).first().innerText();
  await eventually(said).toMatch(/−\d+\.\d\spts.*▼/s);
  expect(clicks()).toBe(2);
  await click(department);
  await answers(page);
  await eventually(() => page.locator("header .answer").innerText()).toMatch(/than in 2025 Q3|2025 Q3/);
});

describe("what is seen", () => {
  test("is in a link after two clicks", async ({ open }) => {
    const { page, click, clicks } = await visit(open, "en/?region=east");
    await click(page.getByRole("button", { name: en.bar.copy, exact: true }));
    await click(page.getByRole("button", { name: en.bar.movingLink }));
    await page.getByText(en.bar.copied).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(clicks()).toBe(2);
  });

  test.for([
    [en.menu.csv, /\.csv$/],
    [en.menu.png, /\.png$/],
  ] as const)("comes as a file after two clicks: %s", async ([item, name], { open }) => {
    const { page, click, clicks } = await visit(open, "en/departments/rnd/?region=east");
    await click(page.getByRole("button", { name: new RegExp(`^${en.menu.name}`) }).first());
    const [download] = await Promise.all([page.waitForEvent("download"), click(page.getByRole("menuitem", { name: item }))]);
    expect(download.suggestedFilename()).toMatch(name);
    expect(clicks()).toBe(2);
  });
});
