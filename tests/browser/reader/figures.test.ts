import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { words as en } from "../../../src/i18n/en/words.ts";
import { answers, eventually, goTo, liveFigure, selects, tableOf } from "../support/interactive.ts";
import { tipName } from "../support/marks.ts";
import { test } from "../support/site.ts";
import { LAPTOP, PHONE } from "../support/windows.ts";

const METRIC = "time-to-approval";
const PATH = `en/metrics/${METRIC}/`;
const REGIONS = `${METRIC}-by-region`;
const TREND = `${METRIC}-trend`;

/** Drawings of a page's figures as they were built and as they are drawn again, where the two differ; places without a drawing say why. Run within it. */
async function redrawnUnlike(): Promise<string[]> {
  // the ids of each drawing begin with its own name
  const unnamed = (value: string) => value.replace(/-(?:w|n|live)(?=-|\)|$)/, "");
  const plain = (node: Element): unknown[] => [
    node.localName,
    ...node
      .getAttributeNames()
      .sort()
      .map((name) => `${name}=${unnamed(node.getAttribute(name) ?? "")}`),
    ...[...node.childNodes].flatMap((child): unknown[] => {
      if (!(child instanceof Element)) return [child.textContent];
      return child.matches(".hits") ? [] : [plain(child)];
    }),
  ];
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details.narrow-folded")) details.open = true;
  const unlike: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>("metric-figure:not(:has(.figure-empty))")) {
    const built = [...element.querySelectorAll("svg.chart")].find((svg) => svg.checkVisibility());
    element.focus();
    for (let frame = 0; frame < 300 && !element.querySelector(":scope > svg"); frame++) await new Promise(requestAnimationFrame);
    const drawn = element.querySelector(":scope > svg");
    if (!built || !drawn || JSON.stringify(plain(built)) !== JSON.stringify(plain(drawn))) unlike.push(element.getAttribute("spec") ?? "");
  }
  return unlike;
}

describe("a figure drawn for the default selection", () => {
  test.for([
    ["leads/", LAPTOP],
    ["en/lost-deals/", LAPTOP],
    ["market/", PHONE],
    ["cost/", LAPTOP],
    ["matrix/", PHONE],
    ["en/metrics/new-product-share/", LAPTOP],
    ["en/metrics/process-satisfaction/", LAPTOP],
  ] as const)("is the one that was built, on /%s", async ([path, viewport], { open }) => {
    const page = await answers(await open(path, { viewport }));
    expect(await page.locator("metric-figure:not(:has(.figure-empty))").count()).toBeGreaterThan(1);
    expect(await page.evaluate(redrawnUnlike)).toEqual([]);
  });
});

describe("a split", () => {
  const headOf = (page: Page, id: string) => page.locator(`figure#${id} thead th`).allInnerTexts();

  test.for([
    [PATH, "region", 6, "panels"],
    ["en/metrics/process-satisfaction/", "side", 4, "lines"],
  ] as const)("of %s by %s draws %i %s with names and a table", async ([path, dimension, count, form], { open }) => {
    const page = await answers(await open(`${path}?split=${dimension}`));
    const id = `${path.split("/")[2]}-trend`;
    await tableOf(page, id);
    const members = (await headOf(page, id)).slice(1).filter((name) => name !== en.selection.events);
    const figure = await liveFigure(page, id);
    const drawn = await figure.locator("svg text").allTextContents();
    expect([members.length, members.filter((name) => !drawn.some((text) => text.includes(name)))]).toEqual([count, []]);
    await page.keyboard.press("ArrowRight");
    const name = await tipName(page);
    expect(members.includes(name)).toBe(form === "panels");
  });

  test("by a dimension that a metric lacks is said on its figure", async ({ open }) => {
    const page = await answers(await open("en/response/?open=time-to-review&split=rice_quarter&rice_quarter=1"));
    const notes = page.locator("#time-to-review-trend .figure-notes");
    await notes.waitFor({ state: "attached" });
    await notes.scrollIntoViewIfNeeded();
    await eventually(() => notes.innerText()).toMatch(/Not split by .*Not filtered by /s);
  });
});

describe("a comparison", () => {
  test("shows both scopes, their difference, and says which is which", async ({ open }) => {
    const page = await answers(await open(`${PATH}?region=east&vs.region=west`));
    const number = (raw: string | null | undefined) => Number(raw);
    const rows = (await tableOf(page, TREND)).map(([, now, other, difference]) => [now, other, difference].map((cell) => cell?.raw));
    expect(await page.locator(`figure#${TREND} thead th`).allInnerTexts()).toEqual(
      expect.arrayContaining(["East", "West", en.selection.difference]),
    );
    const compared = rows.filter(([now, other]) => now && other);
    expect(compared.length).toBeGreaterThan(12);
    const wrong = compared.filter(([now, other, difference]) => Math.abs(number(now) - number(other) - number(difference)) > 1e-4);
    expect(wrong).toEqual([]);
    expect(await page.locator(".answer").innerText()).toMatch(/, East: [\d.]+\sdays, [\d.]+\sdays (longer|shorter) than West; /);
    expect(await page.locator(`figure#${TREND} svg text`).allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining("West")]),
    );
  });
});

describe("a selection with no rows", () => {
  test("says so in the place of the figure, and leads back", async ({ open }) => {
    const page = await open(`${PATH}?region=overseas&segment=public&product_line=power&value_class=must&department=hr&period=2023-10`);
    await answers(page);
    const empty = page.locator(`figure#${REGIONS} .figure-empty`);
    await empty.scrollIntoViewIfNeeded();
    expect(await empty.innerText()).toContain(en.selection.empty);
    expect(await page.locator(`figure#${REGIONS} .figure-cases`).innerText()).toBe("");
    await empty.getByRole("button", { name: en.selection.clearFilters }).press("Enter");
    await selects(page, "period=2023-10");
    await goTo(page, "");
    await page.locator(`figure#${REGIONS} svg.chart`).waitFor();
  });
});

describe("a comparison with another period", () => {
  test.for([
    ["vs.period=2025Q3", "Sep 2025"],
    ["vs.period=year-ago", "Sep 2025"],
    ["period=2026-08&vs.period=2026-02", "Feb 2026"],
    ["period=2025Q2&vs.period=year-ago&region=east", "Jun 2024"],
  ] as const)("?%s is drawn within the plot and labelled with the value of %s", async ([query, month], { open }) => {
    const page = await answers(await open(`${PATH}?${query}`));
    const rows = await tableOf(page, TREND);
    const value = rows.flatMap(([, , period, value]) => (period?.text === month ? [value?.text.replace(/\s.*/, "")] : []));
    const figure = await liveFigure(page, TREND);
    expect(await figure.locator("text.strong, .strong text").allTextContents()).toEqual([`${month} ${value.at(0)}`]);
    const [plot, drawn] = await Promise.all(
      [".grid", ".against.line"].map((selector) =>
        figure
          .locator(selector)
          .first()
          .evaluate((element) => element.getBoundingClientRect()),
      ),
    );
    expect(drawn && plot && drawn.left >= plot.left - 1 && drawn.right <= plot.right + 1).toBe(true);
  });
});

describe("a figure without a drawing as built", () => {
  test("is no stop of the keyboard, and offers no way back where nothing is selected", async ({ open }) => {
    const page = await answers(await open("en/metrics/rework-cost/"));
    const figure = page.locator("metric-figure:has(.figure-empty):visible").first();
    expect(await figure.getAttribute("tabindex")).toBe(null);
    await figure.locator(".figure-empty").evaluate((notice) => notice.setAttribute("data-built", ""));
    await figure.hover();
    await figure.locator(".figure-empty:not([data-built])").waitFor();
    expect(await figure.getByRole("button").count()).toBe(0);
  });
});
