import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { words as en } from "../../../src/i18n/en/words.ts";
import { browserFor, drag, MANNERS, type Manner, middleOf, press } from "../support/hand.ts";
import { answers, eventually, queryOf, selects } from "../support/interactive.ts";
import { siteAddress, test } from "../support/site.ts";
import { LAPTOP } from "../support/windows.ts";

const METRIC = "time-to-approval";
const PATH = `en/metrics/${METRIC}/`;
const { bar } = en;

/** The bar of a page, used in one manner. */
function barOf(page: Page, manner: Manner) {
  const item = (name: string) => page.locator(`[data-item="${name}"]`);
  const panel = page.locator(".bar-panel:popover-open");
  /** What a phone has behind its one button. */
  const reach = async () => {
    if (manner === "touch" && (await page.locator(".bar-row:popover-open").count()) === 0) await page.locator(".bar-opener").tap();
  };
  const pressIn = async (target: Locator) => {
    await reach();
    await press(target, manner);
  };
  const act = (role: "radio" | "checkbox" | "button", name: string | RegExp) =>
    press(panel.getByRole(role, { name, exact: typeof name === "string" }), manner);
  return {
    panel,
    opens: async (name: string) => {
      await pressIn(item(name).locator(".bar-button"));
      await panel.locator("fieldset").first().waitFor();
    },
    ticks: (name: string | RegExp) => act("checkbox", name),
    picks: (name: string | RegExp) => act("radio", name),
    presses: (name: string) => act("button", name),
    closes: () => page.keyboard.press("Escape"),
    removes: (name: string) => pressIn(item(name).locator(".bar-remove")),
    shows: (show: string) => pressIn(page.locator(`.bar-switch input[value=${show}]`)),
    resets: () => pressIn(page.locator(".bar-reset")),
  };
}

/** A member by its name, whatever its count. */
const named = (name: string) => new RegExp(`^${name}`);

describe.each(MANNERS)("the filter bar, by %s,", (manner) => {
  test("chooses a period that moves with the data, stays with it, takes another from a list, and takes it back", async ({ open }) => {
    const page = await answers(await open(PATH, browserFor(manner)));
    const { panel, opens, picks, closes, removes } = barOf(page, manner);
    await opens("period");
    await picks(named(bar.presets["last-year"]));
    await selects(page, "period=last-year");
    await picks(named(bar.fix));
    await selects(page, "period=2025");
    await picks(named(bar.presets["last-quarter"]));
    await selects(page, "");
    const quarters = panel.getByRole("combobox", { name: bar.grains.quarter });
    if (manner === "keys") await quarters.press("ArrowDown");
    else await quarters.selectOption("2026Q2");
    await selects(page, "period=2026Q2");
    await closes();
    await removes("period");
    await selects(page, "");
  });

  test("chooses months with two handles, as one step of the history", async ({ open }) => {
    const page = await answers(await open(PATH, browserFor(manner)));
    const { panel, opens } = barOf(page, manner);
    await opens("period");
    const first = panel.getByRole("slider", { name: bar.from });
    const steps = () => page.evaluate(() => history.length);
    const before = await steps();
    if (manner === "keys") await first.press("ArrowLeft");
    else {
      const perMonth = await panel.locator(".bar-track").evaluate((track) => {
        const { min, max } = track.querySelector("input") as HTMLInputElement;
        return track.clientWidth / (Number(max) - Number(min));
      });
      const handle = await middleOf(panel.locator(".bar-track"));
      const months = await first.evaluate((input: HTMLInputElement) => input.valueAsNumber - (Number(input.min) + Number(input.max)) / 2);
      const from = { x: handle.x + months * perMonth, y: handle.y };
      // on a phone, where months are narrower than a finger, the left part of the first handle is free
      const grip = { x: from.x - 8, y: from.y };
      await drag(page, grip, { x: from.x - 6 * perMonth, y: from.y }, manner);
    }
    const start = manner === "keys" ? "2026-06" : "2026-01";
    await selects(page, `period=${start}..2026-09`);
    expect(await steps()).toBe(before + 1);
    expect(await first.getAttribute("aria-valuetext")).toBe(manner === "keys" ? "Jun 2026" : "Jan 2026");
  });

  test("keeps members: one, several, only one, all but those, those of a name; and all again", async ({ open }) => {
    const page = await answers(await open(PATH, browserFor(manner)));
    const { panel, opens, ticks, presses, closes, resets } = barOf(page, manner);
    await opens("region");
    await ticks(named("East"));
    await selects(page, "region=east");
    await ticks(named("South"));
    await selects(page, "region=east,south");
    await ticks(named("East"));
    await selects(page, "region=south");
    await presses(bar.onlyOf("North"));
    await selects(page, "region=north");
    await presses(bar.invert);
    await selects(page, "region=east,south,central,west,overseas");
    await ticks(named("all"));
    await selects(page, "");
    await closes();
    await opens("department");
    await panel.getByRole("searchbox").fill("fin");
    expect(await panel.locator(".bar-list .bar-choice:visible .bar-name").allInnerTexts()).toEqual(["Finance"]);
    await ticks(named("Finance"));
    await selects(page, "department=finance");
    await closes();
    await resets();
    await selects(page, "");
  });

  test("splits, compares, shows tables, and takes each back", async ({ open }) => {
    const page = await answers(await open(PATH, browserFor(manner)));
    const { opens, picks, closes, removes, shows, resets } = barOf(page, manner);
    await opens("split");
    await picks("Region");
    await selects(page, "split=region");
    await closes();
    await opens("compare");
    await picks(bar.compareWith.yearAgo);
    await selects(page, "split=region&vs.period=year-ago");
    await closes();
    await removes("split");
    await selects(page, "vs.period=year-ago");
    await shows("table");
    await selects(page, "show=table&vs.period=year-ago");
    await eventually(() => page.locator(`#${METRIC}-trend details`).getAttribute("open")).toBe("");
    await removes("compare");
    await selects(page, "show=table");
    await resets();
    await selects(page, "");
    await eventually(() => page.locator(`#${METRIC}-trend details`).getAttribute("open")).toBe(null);
  });
});

describe("the filter bar", () => {
  const CHOSEN = "period=2026Q2&product_line=sensor,plc&region=east,south&value_class=must,should&segment=large&split=region";

  test("shows in full what is chosen, in a second row where it needs one, and what sticks stays below it", async ({ open }) => {
    const page = await answers(await open(`en/matrix/?${CHOSEN}&department=rnd,finance`, { viewport: LAPTOP }));
    const texts = page.locator(".is-chosen > .bar-button > span");
    expect(await texts.count()).toBeGreaterThan(2);
    expect(await texts.evaluateAll((all) => all.filter((text) => text.scrollWidth > text.clientWidth + 1))).toEqual([]);
    const { height } = (await page.locator("filter-bar").boundingBox()) ?? { height: 0 };
    expect(height).toBeGreaterThan(60);
    await page.locator(".matrix tbody tr").last().scrollIntoViewIfNeeded();
    const top = await page
      .locator(".matrix thead th")
      .first()
      .evaluate((head) => getComputedStyle(head).top);
    expect(top).toBe(`${Math.round(height)}px`);
  });

  test("is one button on a phone that says how much is chosen, with all the rest behind it", async ({ open }) => {
    const page = await answers(await open(`${PATH}?period=2026Q2&region=east`, browserFor("touch")));
    expect(await page.locator("filter-bar").evaluate((it) => it.getBoundingClientRect().height)).toBeLessThanOrEqual(48);
    expect(await page.locator("filter-bar button:visible").allInnerTexts()).toEqual([bar.filters(2)]);
    expect(await page.locator(".bar-now").innerText()).toBe("2026 Q2; Region: East");
    await page.locator(".bar-opener").tap();
    const items = page.locator("[data-item]").filter({ visible: true });
    expect(await items.evaluateAll((all) => all.map((it) => (it as HTMLElement).dataset["item"]))).toEqual(
      expect.arrayContaining(["period", "region", "product_line", "split", "compare", "link"]),
    );
    await page.locator("[data-item=region] .bar-button").tap();
    await page.locator("#bar-region .bar-member").nth(2).tap();
    await page.locator("#bar-region .bar-back").tap();
    await page.getByRole("button", { name: bar.done }).tap();
    expect(await page.locator("filter-bar :popover-open").count()).toBe(0);
    expect(await page.locator(".bar-now").innerText()).toContain("East, ");
  });

  test("offers tables where drawings are what is read", async ({ open }) => {
    const page = await answers(await open("en/matrix/", { viewport: LAPTOP }));
    expect(await page.locator(".bar-switch").isVisible()).toBe(false);
    await page.goto(siteAddress("en/matrix/?show=table"));
    await eventually(() => page.locator(".bar-switch").isVisible()).toBe(true);
    await page.goto(siteAddress(PATH));
    expect(await page.locator(".bar-switch").isVisible()).toBe(true);
  });

  test("says how many cases each member has in what is selected", async ({ open }) => {
    const page = await answers(await open(`${PATH}?period=2026Q2`));
    const { panel, opens } = barOf(page, "mouse");
    await opens("region");
    const counts = panel.locator(".bar-list .bar-detail");
    await eventually(async () => (await counts.allInnerTexts()).every((text) => /^\d+$/.test(text))).toBe(true);
    const total = (await counts.allInnerTexts()).reduce((sum, text) => sum + Number(text), 0);
    expect(await page.locator(`#${METRIC}-trend .figure-cases`).innerText()).toContain(`n = ${total} `);
  });

  test("compares with a scope of the reader's own", async ({ open }) => {
    const page = await answers(await open(PATH));
    const { panel, opens } = barOf(page, "mouse");
    await opens("compare");
    await panel.getByRole("combobox", { name: "Region" }).selectOption({ label: "West" });
    await selects(page, "vs.region=west");
    await panel.getByRole("combobox", { name: en.period }).selectOption("2025");
    await selects(page, "vs.period=2025&vs.region=west");
  });

  test("copies a link that moves on with the data, and one that does not", async ({ open }) => {
    const page = await answers(
      await open(`${PATH}?region=east&vs.period=year-ago`, { permissions: ["clipboard-read", "clipboard-write"] }),
    );
    const { panel, opens, presses } = barOf(page, "mouse");
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await opens("link");
    await presses(bar.movingLink);
    await panel.getByText(bar.copied).waitFor();
    expect(await copied()).toBe(page.url());
    await presses(bar.fixedLink("2026 Q3"));
    await eventually(copied).toBe(page.url().replace("?", "?period=2026Q3&").replace("year-ago", "2025Q3"));
  });

  test("shows the link where the browser lets no page copy", async ({ open }) => {
    const page = await open("icon.svg");
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
      document.execCommand = () => false;
    });
    await page.goto(new URL(`/${PATH}?period=2026Q2`, page.url()).href);
    const { panel, opens, presses } = barOf(await answers(page), "mouse");
    await opens("link");
    await presses(bar.link);
    await eventually(() => panel.getByRole("textbox").inputValue()).toBe(page.url());
  });

  test("says what of a link it does not know, until the reader takes note", async ({ open }) => {
    const page = await answers(await open(`${PATH}?region=atlantis,east&colour=red&period=1999`));
    const note = page.locator(".bar-ignored");
    expect(await note.innerText()).toContain(bar.ignored("Region: atlantis; colour=red; Period: 1999"));
    expect(await page.locator("[data-item=region] .bar-button").innerText()).toBe("Region: East");
    await note.getByRole("button", { name: bar.dismiss }).click();
    expect(await note.innerText()).toBe("");
    expect(queryOf(page)).toBe("region=atlantis,east&colour=red&period=1999");
  });

  test("says to those who listen what is selected, once the reader pauses", async ({ open }) => {
    const page = await answers(await open(PATH));
    const { opens, ticks } = barOf(page, "keys");
    await opens("region");
    await ticks(named("East"));
    await ticks(named("West"));
    await eventually(() => page.locator(".bar-status").innerText()).toBe(bar.selected("2026 Q3; Region: East, West"));
  });
});
