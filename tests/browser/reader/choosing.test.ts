import { describe, expect } from "vitest";
import { words as en } from "../../../src/i18n/en/words.ts";
import { browserFor, drag, middleOf } from "../support/hand.ts";
import { answers, eventually, liveFigure, queryOf, selects } from "../support/interactive.ts";
import { approached, hitOf, tipName, tipOf } from "../support/marks.ts";
import { test } from "../support/site.ts";

const METRIC = "time-to-approval";
const PATH = `en/metrics/${METRIC}/`;
const REGIONS = `${METRIC}-by-region`;
const TREND = `${METRIC}-trend`;

describe("a bar", () => {
  test("filters by its member at a click, keeps the others in view, and takes it back at the next", async ({ open }) => {
    const page = await open(PATH);
    const { figure, ids } = await approached(page, REGIONS);
    const { x, y } = await middleOf(hitOf(figure, 1));
    await page.mouse.click(x, y);
    await selects(page, `region=${ids[1]}`);
    await eventually(() => figure.locator(".unselected").count()).toBeGreaterThan(0);
    expect(await figure.locator(".hit").count()).toBe(ids.length);
    await page.mouse.click(x, y);
    await selects(page, "");
    await eventually(() => figure.locator(".unselected").count()).toBe(0);
  });

  test("shows its tip at a tap, filters at the second, and takes it back at the third", async ({ open }) => {
    const page = await open(PATH, browserFor("touch"));
    const { figure, ids } = await approached(page, REGIONS);
    const { x, y } = await middleOf(hitOf(figure, 2));
    await page.touchscreen.tap(x, y);
    await tipOf(page).getByRole("button", { name: en.pointing.members.keep }).waitFor();
    expect(queryOf(page)).toBe("");
    await page.touchscreen.tap(x, y);
    await selects(page, `region=${ids[2]}`);
    await page.touchscreen.tap(x, y);
    await selects(page, "");
  });

  test("filters by the button of its tip", async ({ open }) => {
    const page = await open(PATH, browserFor("touch"));
    const { figure, ids } = await approached(page, REGIONS);
    const { x, y } = await middleOf(hitOf(figure, 0));
    await page.touchscreen.tap(x, y);
    await tipOf(page).getByRole("button", { name: en.pointing.members.keep }).tap();
    await selects(page, `region=${ids[0]}`);
    await tipOf(page).getByRole("button", { name: en.pointing.members.release }).tap();
    await selects(page, "");
  });

  test("filters by keyboard, and several with Ctrl", async ({ open }) => {
    const page = await open(PATH);
    const { ids } = await approached(page, REGIONS);
    const order = (...members: number[]) => {
      const known = ["east", "south", "north", "central", "west", "overseas"];
      return known.filter((id) => members.some((at) => ids[at] === id)).join(",");
    };
    for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await selects(page, `region=${order(1)}`);
    for (const key of ["ArrowDown", "Control+Enter"]) await page.keyboard.press(key);
    await selects(page, `region=${order(1, 2)}`);
    await page.keyboard.press("Control+Enter");
    await selects(page, `region=${order(1)}`);
    for (const key of ["ArrowUp", "Enter"]) await page.keyboard.press(key);
    await selects(page, "");
  });

  test("is added to others by a click with Ctrl", async ({ open }) => {
    const page = await open(`${PATH}?region=east`);
    const { figure, ids } = await approached(page, REGIONS);
    const { x, y } = await middleOf(hitOf(figure, ids.indexOf("overseas")));
    await page.keyboard.down("Control");
    await page.mouse.click(x, y);
    await selects(page, "region=east,overseas");
    await page.mouse.click(x, y);
    await selects(page, "region=east");
    await page.keyboard.up("Control");
  });
});

describe("a cell of a matrix", () => {
  test("filters by both its members, and takes both back", async ({ open }) => {
    const page = await answers(await open(PATH));
    const figure = await liveFigure(page, `${METRIC}-value-class-rice-quarter`);
    const { x, y } = await middleOf(hitOf(figure, 0));
    await page.mouse.click(x, y);
    await eventually(() => queryOf(page)).toMatch(/^rice_quarter=\w+&value_class=\w+$/);
    await page.mouse.click(x, y);
    await selects(page, "");
  });
});

describe("a point of a trend", () => {
  test.for(["mouse", "touch"] as const)("begins and ends a stretch of time that %s draws over it", async (manner, { open }) => {
    const page = await open(PATH, browserFor(manner));
    const { figure, ids } = await approached(page, TREND);
    const last = ids.length - 1;
    const [from, to] = [await middleOf(hitOf(figure, last - 8)), await middleOf(hitOf(figure, last - 3))];
    await drag(page, from, to, manner);
    await selects(page, `period=${ids[last - 8]}..${ids[last - 3]}`);
    expect(await figure.locator(".brush").count()).toBe(0);
    await eventually(() => page.locator("[data-item=period] .bar-button").innerText()).toContain("Feb");
  });

  test("is chosen by a click, and given back by the next", async ({ open }) => {
    const page = await open(PATH);
    const { figure, ids } = await approached(page, TREND);
    const { x, y } = await middleOf(hitOf(figure, 20));
    await page.mouse.click(x, y);
    await selects(page, `period=${ids[20]}`);
    await page.mouse.click(x, y);
    await selects(page, "");
  });

  test("begins a stretch of time that Shift and arrows choose", async ({ open }) => {
    const page = await open(PATH);
    const { figure, ids } = await approached(page, TREND);
    const last = ids.length - 1;
    for (const key of ["End", "ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft"]) await page.keyboard.press(key);
    await figure.locator(".brush").waitFor();
    expect(await tipName(page)).toMatch(/ – |\.\.|–/);
    await page.keyboard.press("Enter");
    await selects(page, `period=${ids[last - 4]}..${ids[last - 1]}`);
  });

  test("is not chosen when Escape is pressed while it is drawn over", async ({ open }) => {
    const page = await open(PATH);
    const { figure } = await approached(page, TREND);
    const [from, to] = [await middleOf(hitOf(figure, 5)), await middleOf(hitOf(figure, 9))];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await figure.locator(".brush").waitFor();
    await page.keyboard.press("Escape");
    await page.mouse.up();
    expect([queryOf(page), await figure.locator(".brush").count(), await tipOf(page).isVisible()]).toEqual(["", 0, false]);
  });
});
