import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { words as en } from "../../../src/i18n/en/words.ts";
import { documentOf } from "../support/files.ts";
import { answers, disclosure, eventually, goTo, queryOf } from "../support/interactive.ts";
import { siteAddress, test } from "../support/site.ts";
import { LAPTOP, PHONE } from "../support/windows.ts";

/** A topic without a signal, and one with some. */
const QUIET = "en/response/";
const SIGNALS = "en/lost-deals/";
const METRIC = "time-to-approval";

const rowOf = (page: Page, id: string): Locator => page.locator(`tbody#${id}`);
const openerOf = (page: Page, id: string): Locator => rowOf(page, id).locator("summary").first();
const openIn = (page: Page) => page.locator("tbody.row:has(.opener[open])").evaluateAll((rows) => rows.map(({ id }) => id));
const order = (page: Page) => page.locator("tbody.row").evaluateAll((rows) => rows.map(({ id }) => id));
const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);
const trendIn = (page: Page, id: string) => page.locator(`figure#${id}-trend svg.chart:visible`);
const tabsIn = (page: Page, id: string) => rowOf(page, id).getByRole("tab");

describe("the table of a topic", () => {
  test.for([
    [LAPTOP, 2000],
    [PHONE, 1800],
  ] as const)("leaves its page no higher than a few windows: %o, %i px", async ([viewport, most], { open }) => {
    const page = await answers(await open(QUIET, { viewport }));
    expect(await heightOf(page)).toBeLessThanOrEqual(most);
  });

  test("leaves it so with a row open", async ({ open }) => {
    const page = await answers(await open(`${QUIET}?open=${METRIC}`, { viewport: LAPTOP }));
    await trendIn(page, METRIC).waitFor();
    expect(await heightOf(page)).toBeLessThanOrEqual(2000);
  });

  test("has a line of some 36 px for each metric, and two on a phone", async ({ open }) => {
    for (const [viewport, most] of [
      [LAPTOP, 40],
      [PHONE, 68],
    ] as const) {
      const page = await open("response/", { viewport });
      const heights = await page.locator(".row-head").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
      expect(heights.filter((height) => height > most)).toEqual([]);
    }
  });

  test.for(["cost/", "en/cost/", "en/departments/hr/"])(
    "breaks no value, change, verdict or target on a phone: %s",
    async (path, { open }) => {
      const page = await open(path, { viewport: PHONE });
      const cells = page.locator(".row-head > :is(.row-value, .row-change, .row-state, .row-target):visible");
      const broken = await cells.evaluateAll((all) =>
        all.filter((cell) => cell.clientHeight > 30 || cell.scrollWidth > cell.clientWidth + 1).map(({ textContent }) => textContent),
      );
      expect([(await cells.count()) > 20, broken]).toEqual([true, []]);
    },
  );

  test.for(
    [768, 1024, 1280, 1920].flatMap((width) =>
      ["en/satisfaction/?period=2026Q2", "en/departments/rnd/?period=2026Q2", "en/cost/", "cost/"].map((path) => [width, path] as const),
    ),
  )("has no word that reaches into the next column: %i px, /%s", async ([width, path], { open }) => {
    const page = await answers(await open(path, { viewport: { width, height: 900 } }));
    const reaching = await page.locator(".row-head > td:not(.row-course)").evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        const isWithin = words.getBoundingClientRect().right <= cell.getBoundingClientRect().right + 0.5;
        return isWithin ? [] : [cell.textContent];
      }),
    );
    expect(reaching).toEqual([]);
  });

  test("says of a metric that is not recorded by a dimension that its filter leaves it as it is", async ({ open }) => {
    const page = await answers(await open("en/departments/rnd/?region=north", { viewport: LAPTOP }));
    await eventually(() => rowOf(page, "communication-hours").locator(".row-head > th").innerText()).toContain("not by region");
    expect(await rowOf(page, "deals-lost-to-delay").locator(".row-head > th").innerText()).not.toContain("not by region");
  });

  test("has a dash for the course of what has no value, whatever the window", () => {
    const courses = [...documentOf("en/departments/hr/").querySelectorAll("td.row-course")];
    expect(courses.filter((course) => course.querySelector("text"))).toEqual([]);
    expect(courses.some(({ textContent }) => textContent?.trim() === en.missing)).toBe(true);
  });

  test("has the rows that stand out from chance first, the first of them open, with what its page begins with", () => {
    const page = documentOf(SIGNALS);
    const rows = [...page.querySelectorAll("tbody.row")];
    const isSignal = rows.map((row) => /worse|better|changed/.test(row.querySelector(".row-state")?.className ?? ""));
    expect(isSignal.indexOf(false)).toBe(isSignal.filter(Boolean).length);
    expect(rows.map((row) => row.querySelector(".opener")?.hasAttribute("open"))).toEqual(rows.map((_, at) => at === 0));
    const [first] = rows;
    const conclusion = page.querySelector(".page-head .answer")?.textContent ?? "";
    expect(conclusion).toContain(first?.querySelector(".row-value")?.textContent?.trim());
    expect(first?.querySelectorAll("figure svg.chart").length).toBeGreaterThan(1);
    expect(first?.querySelector(".row-carried")?.textContent?.trim()).not.toBe("");
  });

  test("has the table of a quiet topic closed", () => {
    expect(documentOf(QUIET).querySelectorAll(".opener[open]")).toHaveLength(0);
  });

  test("has no column for who carried a change where nothing changed beyond chance", async ({ open }) => {
    const carried = async (path: string) =>
      (await open(path, { viewport: LAPTOP })).getByRole("columnheader", { name: en.topicPage.carried }).count();
    expect([await carried(QUIET), await carried(SIGNALS)]).toEqual([0, 1]);
  });

  test("keeps its columns where they are when a change beyond chance comes to it", async ({ open }) => {
    const page = await answers(await open(QUIET, { viewport: LAPTOP }));
    const lefts = () =>
      page.locator(".rows > thead th").evaluateAll((heads) => heads.slice(0, 6).map((head) => head.getBoundingClientRect().left));
    const before = await lefts();
    await page
      .locator(".row-carried > span")
      .first()
      .evaluate((it) => it.append("R&D"));
    expect(await lefts()).toEqual(before);
  });

  test("names state, reason and target in words", () => {
    const row = documentOf(QUIET).querySelector(`tbody#${METRIC}`);
    expect(row?.querySelector(".row-state")?.textContent).toContain(en.verdicts.names.usual);
    expect(row?.querySelector(".row-state")?.getAttribute("title")).toContain("within its usual range");
    expect(row?.querySelector(".row-target")?.textContent?.trim()).toMatch(/^met /);
  });

  test("lists no metric that a deep dive of its page shows in full", () => {
    expect(documentOf("en/cost/").querySelector("#losses-borne")).toBe(null);
    expect(documentOf("en/cost/").querySelectorAll("figure#ledger")).toHaveLength(1);
  });

  test("is sorted by its heads, with what its rows have opened", async ({ open }) => {
    const page = await answers(await open(SIGNALS, { viewport: LAPTOP }));
    const before = await order(page);
    const drawn = await trendIn(page, before[0] ?? "").elementHandle();
    await page.getByRole("columnheader", { name: en.metricPage.metric }).getByRole("button").click();
    const names = await page.locator(".opener summary").allInnerTexts();
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en")));
    expect(await order(page)).not.toEqual(before);
    expect(await openIn(page)).toEqual([before[0]]);
    expect(await drawn?.evaluate((svg) => svg.isConnected)).toBe(true);
  });

  test("follows what the reader selects, in its cells and in its order", async ({ open }) => {
    const page = await answers(await open(SIGNALS, { viewport: LAPTOP }));
    const value = (id: string) => rowOf(page, id).locator(".row-value").innerText();
    const before = await Promise.all((await order(page)).map(value));
    await goTo(page, "region=east");
    await eventually(async () => Promise.all((await order(page)).map(value))).not.toEqual(before);
    const isSignal = await page
      .locator(".row-state")
      .evaluateAll((cells) => cells.map((cell) => /worse|better|changed/.test(cell.className)));
    expect(isSignal).toEqual(isSignal.toSorted((a, b) => Number(b) - Number(a)));
  });

  test("has its heads stop below the bar", async ({ open }) => {
    const page = await answers(await open(`${QUIET}?open=${METRIC}`, { viewport: LAPTOP }));
    await trendIn(page, METRIC).waitFor();
    await rowOf(page, METRIC).evaluate((row) => scrollTo({ top: row.getBoundingClientRect().top + scrollY, behavior: "instant" }));
    const at = await page.evaluate(() =>
      [20, 60].map((y) => document.elementFromPoint(100, y)?.closest("filter-bar, thead")?.tagName.toLowerCase()),
    );
    expect(at).toEqual(["filter-bar", "thead"]);
  });

  test("prints whole, with what is open", async ({ open }) => {
    const page = await answers(await open(`${QUIET}?open=${METRIC}`, { viewport: LAPTOP }));
    await trendIn(page, METRIC).waitFor();
    await page.emulateMedia({ media: "print" });
    const rows = await order(page);
    const names = await page.locator("tbody.row .opener summary:visible").count();
    expect([names, await page.locator(".row-panel:visible").count()]).toEqual([rows.length, 1]);
    expect(await trendIn(page, METRIC).count()).toBe(1);
    expect(await page.locator(".tab-names:visible, .tab-list:visible").count()).toBe(0);
  });
});

describe("a row", () => {
  test("opens without script, says what it is about, and leads to all of it", async ({ open }) => {
    const page = await open(QUIET, { javaScriptEnabled: false, viewport: LAPTOP });
    const panel = rowOf(page, METRIC).locator(".row-panel");
    expect(await panel.isVisible()).toBe(false);
    await openerOf(page, METRIC).click();
    expect(await panel.isVisible()).toBe(true);
    expect(await panel.locator(".panel-finding").innerText()).toContain("Time to approval");
    await panel.getByRole("link", { name: en.topicPage.whole }).click();
    await page.waitForURL(/metrics\/time-to-approval\/$/);
  });

  test("opens and closes by keyboard, as the accessibility tree says", async ({ open }) => {
    const page = await answers(await open(QUIET, { viewport: LAPTOP }));
    const tree = () => rowOf(page, METRIC).ariaSnapshot();
    const cells = ['- cell "2.9 days"', '- cell "−0.3 days"', '- cell "○ Usual"', '- cell "met 3.5 days"'];
    expect((await tree()).replaceAll("\u00a0", " ").match(/- cell "[^"]*[\d○][^"]*"$/gm)).toEqual(cells);
    expect(await disclosure(page, "Time to approval")).toEqual({ within: "rowheader", expanded: false });
    await openerOf(page, METRIC).press("Enter");
    await trendIn(page, METRIC).waitFor();
    const opened = await tree();
    expect(await disclosure(page, "Time to approval")).toEqual({ within: "rowheader", expanded: true });
    expect(opened).toMatch(new RegExp(`- tablist "${en.topicPage.by}":`));
    expect(opened).toMatch(/- tab "\w+" \[selected\]/);
    expect(opened).toContain("- tabpanel");
    await openerOf(page, METRIC).press("Space");
    await eventually(() => disclosure(page, "Time to approval")).toEqual({ within: "rowheader", expanded: false });
    expect(await rowOf(page, METRIC).locator(".row-panel").isVisible()).toBe(false);
  });

  test("opens where its line is clicked", async ({ open }) => {
    const page = await answers(await open(QUIET, { viewport: LAPTOP }));
    await rowOf(page, METRIC).locator(".row-state").click();
    await trendIn(page, METRIC).waitFor();
    expect(await openIn(page)).toEqual([METRIC]);
  });

  test("says in the address that it is open, beside others and what is selected", async ({ open }) => {
    const page = await answers(await open(`${QUIET}?region=west`, { viewport: LAPTOP }));
    await openerOf(page, METRIC).click();
    await openerOf(page, "open-backlog").click();
    await eventually(() => queryOf(page)).toMatch(/^open=[\w,-]+&region=west$/);
    expect((await openIn(page)).toSorted()).toEqual(["open-backlog", METRIC]);
    await page.reload();
    await answers(page);
    expect((await openIn(page)).toSorted()).toEqual(["open-backlog", METRIC]);
    await page.getByLabel(en.bar.show.table).check({ force: true });
    await eventually(() => queryOf(page)).toMatch(/^open=[\w,-]+&region=west&show=table$/);
    await openerOf(page, METRIC).click();
    await openerOf(page, "open-backlog").click();
    await eventually(() => queryOf(page)).toBe("region=west&show=table");
  });

  test("that the address opens leaves the numbers of the page as they are", async ({ open }) => {
    const page = await open("icon.svg");
    await page.route(/live-page/, () => {});
    await page.goto(siteAddress(`${QUIET}?open=${METRIC}`));
    expect(await openIn(page)).toEqual([METRIC]);
    expect(await page.locator("html[data-awaits], main[aria-busy]").count()).toBe(0);
  });

  test("that is open as the page comes is closed in the address once the reader closed it", async ({ open }) => {
    const page = await answers(await open(SIGNALS, { viewport: LAPTOP }));
    const [first = ""] = await openIn(page);
    await openerOf(page, first).click();
    await eventually(() => queryOf(page)).toBe("open=");
    await page.reload();
    await answers(page);
    expect(await openIn(page)).toEqual([]);
    await openerOf(page, first).click();
    await eventually(() => queryOf(page)).toBe("");
  });

  test.for([
    [METRIC, `${METRIC}-trend`],
    [`${METRIC}-trend`, `${METRIC}-trend`],
    [`${METRIC}-by-segment`, `${METRIC}-by-segment`],
  ] as const)("opens for a link to #%s, and shows it", async ([id, figure], { open }) => {
    const page = await answers(await open(`${QUIET}#${id}`, { viewport: LAPTOP }));
    await page.locator(`figure#${figure} svg.chart`).first().waitFor();
    expect(await openIn(page)).toEqual([METRIC]);
    await eventually(() => page.locator(`#${id}`).evaluate((it) => it.getBoundingClientRect().top)).toBeLessThan(LAPTOP.height / 2);
  });

  test("is where a link lands without script", async ({ open }) => {
    const page = await open(`${QUIET}#${METRIC}`, { javaScriptEnabled: false, viewport: PHONE });
    const { top, bottom } = await rowOf(page, METRIC).evaluate((it) => it.getBoundingClientRect().toJSON());
    expect(top >= 0 && bottom <= PHONE.height).toBe(true);
  });

  test("answers the reader's selection while it is open", async ({ open }) => {
    const page = await answers(await open(`${QUIET}?open=${METRIC}`, { viewport: LAPTOP }));
    await trendIn(page, METRIC).waitFor();
    const finding = rowOf(page, METRIC).locator(".panel-finding");
    const bars = page.locator(`figure#${METRIC}-by-department svg.chart:visible`);
    const before = [await finding.innerText(), await bars.innerHTML()];
    await goTo(page, "open=time-to-approval&region=west");
    await eventually(async () => [await finding.innerText(), await bars.innerHTML()].filter((now) => before.includes(now))).toEqual([]);
  });

  test("shows one breakdown at a time, chosen by arrow keys", async ({ open }) => {
    const page = await answers(await open(`${QUIET}?open=${METRIC}`, { viewport: LAPTOP }));
    const tabs = tabsIn(page, METRIC);
    const count = await tabs.count();
    expect(count).toBeGreaterThan(3);
    const shown = () =>
      rowOf(page, METRIC)
        .locator(".breakdown figure:visible")
        .evaluateAll((figures) => figures.map(({ id }) => id));
    const seen = [await shown()];
    await tabs.first().focus();
    for (const key of ["ArrowRight", "End", "ArrowRight"]) {
      await page.keyboard.press(key);
      seen.push(await shown());
    }
    expect(seen.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect(new Set(seen.flat()).size).toBe(3);
    expect(seen[3]).toEqual(seen[0]);
    await eventually(() => page.locator(`figure#${seen[2]?.[0]} svg.chart`).count()).toBe(1);
    expect(await tabs.evaluateAll((all) => all.map(({ tabIndex }) => tabIndex))).toEqual([0, ...Array(count - 1).fill(-1)]);
  });

  test("offers its breakdowns as a list on a phone", async ({ open }) => {
    const page = await answers(await open(`${QUIET}?open=${METRIC}`, { viewport: PHONE }));
    const list = rowOf(page, METRIC).getByRole("combobox", { name: en.topicPage.by });
    await list.selectOption({ label: "Region" });
    await page.locator(`figure#${METRIC}-by-region`).scrollIntoViewIfNeeded();
    await page.locator(`figure#${METRIC}-by-region svg.chart:visible`).waitFor();
    expect(await tabsIn(page, METRIC).filter({ visible: true }).count()).toBe(0);
  });

  test("shows of each member its value, last year, difference and cases, the largest first", async ({ open }) => {
    const page = await answers(await open(`${QUIET}?open=${METRIC}#${METRIC}-by-region`, { viewport: LAPTOP }));
    const svg = page.locator(`figure#${METRIC}-by-region svg.chart`);
    await svg.waitFor();
    const texts = await svg.locator("text").allTextContents();
    expect(texts).toEqual(expect.arrayContaining([en.topicPage.course, "n", "previous"]));
    expect(await svg.locator(".course").count()).toBe(6);
    const days = texts.filter((text) => /^\d[\d.]*\sdays$/.test(text)).map(Number.parseFloat);
    expect(days).toHaveLength(6);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
  });

  test("has distribution, definition, numbers and downloads behind one line", async ({ open }) => {
    const page = await answers(await open(`${QUIET}?open=${METRIC}`, { viewport: LAPTOP }));
    await trendIn(page, METRIC).waitFor();
    const row = rowOf(page, METRIC);
    expect(await row.locator(".figure-numbers:visible").count()).toBe(0);
    await row.locator(".panel-more > summary").click();
    await page.locator(`figure#${METRIC}-spread svg.chart`).waitFor();
    expect(await row.locator(".figure-numbers > summary:visible").count()).toBeGreaterThan(1);
    expect(await row.locator(".panel-more a[download]:visible").count()).toBeGreaterThan(0);
  });

  test("loads nothing of what it holds before it is opened", async ({ open }) => {
    const page = await open("icon.svg");
    await page.goto(siteAddress(QUIET));
    await answers(page);
    expect(await page.locator(".panel metric-figure").count()).toBe(0);
    await goTo(page, "region=east");
    expect(await page.locator(".panel metric-figure").count()).toBe(0);
  });
});
