import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { forms } from "../../src/i18n/en/forms.ts";
import { words as en } from "../../src/i18n/en/words.ts";
import { formatValue } from "../../src/i18n/format.ts";
import { metricsDocument } from "../../src/publish/metrics-document.ts";
import { documentOf, readSiteFile } from "./support/files.ts";
import { answers, eventually, goTo, queryOf } from "./support/interactive.ts";
import { test } from "./support/site.ts";
import { LAPTOP, PHONE } from "./support/windows.ts";

const PATH = "en/matrix/";
const ROWS = "table.matrix tbody";
const { metrics } = metricsDocument.parse(JSON.parse(readSiteFile("api/metrics.json")));

/** A metric by department, as the site gives it to programs. */
function byDepartment(metric: string) {
  const breakdown = metrics
    .find(({ id }) => id === metric)
    ?.breakdowns.find(({ dimensions }) => dimensions.length === 1 && dimensions[0] === "department");
  if (!breakdown) throw new Error(`no breakdown by department: ${metric}`);
  return breakdown.members.map(({ members, value, n }) => ({ department: members[0] ?? "", value, n }));
}

/** The department of a row, from the link to its page. */
const departmentOf = (row: Element) => row.querySelector("th a")?.getAttribute("href")?.split("/").at(-2) ?? "";
const textIn = (root: ParentNode, selector: string) => root.querySelector(selector)?.textContent?.trim() ?? "";

/** What a page shows of a part of the company. */
const partOf = (page: Page, spec: string) => page.locator(`[data-live="${spec}"]`).first();

describe("the matrix", () => {
  const document = documentOf(PATH);
  const rows = [...document.querySelectorAll(ROWS)];

  test("is one table of the supporting departments by the stages of the business flow, with heads that say what they are of", () => {
    expect(document.querySelectorAll("table.matrix").length).toBe(1);
    expect(rows.map(departmentOf).toSorted()).toEqual(["after_sales", "finance", "hr", "marketing", "product", "rnd", "sales_ops"]);
    expect(departmentOf(rows[0] as Element)).toBe("rnd");
    const scopes = (selector: string) => [...document.querySelectorAll(selector)].map((head) => head.getAttribute("scope"));
    expect(scopes("table.matrix thead th")).toEqual(Array(5).fill("col"));
    expect(scopes(`${ROWS} th`)).toEqual(Array(7).fill("rowgroup"));
  });

  test("has a cell for every stage, and what is folded spans them all", () => {
    const spans = rows.map((row) =>
      [...row.querySelectorAll("tr")].map((line) =>
        [...line.querySelectorAll("td")].reduce((sum, cell) => sum + Number(cell.getAttribute("colspan") ?? 1), 0),
      ),
    );
    expect(spans).toEqual(Array(7).fill([4, 4]));
  });

  test("shows of each promise how far it was kept, as api/metrics.json has it by department where there is one alone", () => {
    const published = new Map(byDepartment("sla-attainment").map(({ department, value }) => [department, value]));
    const single = rows.filter((row) => row.querySelectorAll(".chip").length === 1);
    expect(single.length).toBeGreaterThan(0);
    expect(single.map((row) => textIn(row, ".chip strong"))).toEqual(
      single.map((row) => formatValue(published.get(departmentOf(row)) ?? null, "share", forms)),
    );
  });

  test.for([
    ["sla-attainment", "share"],
    ["outputs-delivered", "count"],
  ] as const)("shows of each department the same %s as api/metrics.json", ([metric, unit]) => {
    const shown = rows.map((row) => textIn(row, `[data-live^="metric.value ${metric}"]`));
    const published = new Map(byDepartment(metric).map(({ department, value }) => [department, value]));
    expect(shown).toEqual(rows.map((row) => formatValue(published.get(departmentOf(row)) ?? null, unit, forms)));
  });

  test("rests on as many promises as api/metrics.json", () => {
    const published = new Map(byDepartment("sla-attainment").map(({ department, n }) => [department, String(n)]));
    expect(rows.map((row) => textIn(row, 'th [data-live^="metric.n sla-attainment"]'))).toEqual(
      rows.map((row) => published.get(departmentOf(row))),
    );
  });

  test("says by sign and word, not by colour alone, which promise fell", () => {
    const worse = rows.flatMap((row) =>
      [...row.querySelectorAll("li .moved.worse")].map((moved) => [departmentOf(row), moved.textContent]),
    );
    expect(worse).toEqual([["rnd", expect.stringMatching(/^↘ at [\d.]+% since [A-Z][a-z]+ 2026, below the [\d.]+% before$/)]]);
    expect(rows.filter((row) => textIn(row, ".flag")).map(departmentOf)).toEqual(["rnd"]);
  });

  test("names every promise where its department's page shows it", () => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>(".matrix-promise a")].map((link) => link.getAttribute("href") ?? "");
    expect(links.length).toBeGreaterThan(10);
    const lost = links.filter((link) => {
      const [path = "", id = ""] = link.slice(1).split("#");
      return !documentOf(path).getElementById(id)?.querySelector("figure");
    });
    // what nobody has asked for yet has no figures
    expect(lost).toEqual([expect.stringMatching(/departments\/hr\/#sla-enablement-resolution$/)]);
  });

  test("lists what the build found amiss", () => {
    const kinds = [...document.querySelectorAll("#lint ~ * tbody tr > :first-child")].map(({ textContent }) => textContent?.trim());
    expect(new Set(kinds)).toEqual(new Set(Object.values(en.matrix.lint.kinds)));
  });
});

describe("the matrix in a window", () => {
  test("follows a filter, as does the address", async ({ open }) => {
    const page = await answers(await open(PATH, { viewport: LAPTOP }));
    const cells = () => page.locator(`${ROWS} [data-live^="metric.n sla-attainment"]`).allInnerTexts();
    const before = await cells();
    await page.locator("[data-item=region] .bar-button").click();
    await page.getByRole("button", { name: "Only East" }).click();
    await eventually(() => queryOf(page)).toBe("region=east");
    await eventually(async () => (await cells()).filter((n, i) => Number(n) < Number(before[i])).length > 10).toBe(true);
  });

  test("leaves of other departments nothing where the reader chose one", async ({ open }) => {
    const page = await answers(await open(`${PATH}?department=hr`));
    await eventually(() => partOf(page, "metric.value sla-attainment @department=rnd").innerText()).toBe("–");
    expect(await partOf(page, "metric.value sla-attainment @department=hr").innerText()).toMatch(/%$/);
    expect(await page.locator(".talk").innerText()).not.toContain("R&D");
  });

  test("shows what a link says, and the whole again when it is taken back", async ({ open }) => {
    const page = await answers(await open(PATH));
    const attained = partOf(page, "metric.value sla-attainment @department=rnd");
    const before = await attained.innerText();
    await goTo(page, "period=2025Q3");
    await eventually(() => attained.innerText()).not.toBe(before);
    await goTo(page, "");
    await eventually(() => attained.innerText()).toBe(before);
  });

  test("is one screen on a laptop, and lets its heads stop below the bar", async ({ open }) => {
    const page = await answers(await open(PATH, { viewport: LAPTOP }));
    const matrix = page.locator("table.matrix");
    expect(await matrix.evaluate((table) => table.getBoundingClientRect().height)).toBeLessThanOrEqual(900);
    await matrix.evaluate((table) => scrollTo({ top: table.getBoundingClientRect().top + scrollY + 200, behavior: "instant" }));
    const tops = await page.evaluate(() =>
      [20, 60].map((y) => document.elementFromPoint(100, y)?.closest("filter-bar, thead")?.tagName.toLowerCase()),
    );
    expect(tops).toEqual(["filter-bar", "thead"]);
  });

  test("opens what is folded of a department by the keyboard", async ({ open }) => {
    const page = await answers(await open(PATH, { viewport: LAPTOP }));
    const row = page.locator(ROWS).first();
    expect(await row.locator(".matrix-cells").isVisible()).toBe(false);
    await row.locator("summary").press("Enter");
    await eventually(() => row.locator(".matrix-cells").isVisible()).toBe(true);
  });

  test("says of what is folded what the reader selected before it was opened", async ({ open }) => {
    const page = await answers(await open(PATH, { viewport: LAPTOP }));
    const row = page.locator(ROWS).first();
    const requests = row.locator('[data-live^="metric.value requests-opened"]');
    const before = await requests.textContent();
    await goTo(page, "region=east");
    await row.locator("summary").click();
    await eventually(async () => Number(await requests.innerText())).toBeLessThan(Number(before));
  });

  test("is a list on a phone, as wide as the phone", async ({ open }) => {
    const page = await answers(await open(PATH, { viewport: PHONE }));
    const rows = await page
      .locator(ROWS)
      .evaluateAll((all) =>
        all.map((row) =>
          [...row.querySelectorAll("th, td")].filter((cell) => cell.checkVisibility()).map((cell) => cell.getBoundingClientRect().toJSON()),
        ),
      );
    expect(rows.length).toBe(7);
    for (const cells of rows) {
      expect(new Set(cells.map(({ left }) => left)).size).toBe(1);
      expect(cells.every(({ left, right }) => left >= 0 && right <= PHONE.width)).toBe(true);
    }
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(PHONE.width);
    expect(await page.locator("table.matrix").evaluate((table) => table.getBoundingClientRect().height)).toBeLessThanOrEqual(1800);
  });

  test.for([PATH, "matrix/"])("of /%s is one landscape page of A4 on paper", async (path, { open }) => {
    const page = await answers(await open(path, { viewport: LAPTOP }));
    await page.evaluate(() => {
      for (const after of document.querySelectorAll(".matrix-band ~ *")) after.remove();
    });
    const paper = await page.pdf({ format: "A4", landscape: true });
    expect(paper.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  test.for([PATH, "matrix/"])("of /%s has what stands below it on two more sheets", async (path, { open }) => {
    const page = await answers(await open(path, { viewport: LAPTOP }));
    const paper = await page.pdf({ format: "A4", preferCSSPageSize: true });
    expect(paper.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(3);
  });
});

describe("the overview", () => {
  test.for([
    ["", "研发部"],
    ["en/", "R&D"],
  ])("/%s says on its first screen to talk to %s, and leads there", async ([path, name], { open }) => {
    const page = await answers(await open(path ?? "", { viewport: LAPTOP }));
    const sentence = page.locator('[data-live="matrix.talk"]');
    expect(await sentence.innerText()).toContain(name);
    const bottom = await sentence.evaluate((it) => it.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(LAPTOP.height);
    await page.locator(`.talk a[href$="departments/rnd/"]`).click();
    await eventually(() => page.locator("h1").innerText()).toBe(name);
  });

  test.for(["", "en/"])("/%s has all departments on its first screen, worst first", async (path, { open }) => {
    const page = await open(path, { viewport: LAPTOP });
    const strip = page.locator(".department-strip li:visible");
    expect(await strip.count()).toBe(7);
    const bottoms = await strip.evaluateAll((items) => items.map((item) => item.getBoundingClientRect().bottom));
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(LAPTOP.height / 2);
    expect(await strip.first().locator(".moved.worse").count()).toBeGreaterThan(0);
  });

  test.for(["", "en/"])("/%s has three departments and a line for each effect on a phone's first screen", async (path, { open }) => {
    const page = await open(path, { viewport: PHONE });
    const strip = page.locator(".department-strip li:visible");
    expect(await strip.count()).toBe(4);
    const lines = page.locator(".topic-lines li");
    expect(await lines.count()).toBe(4);
    expect(await lines.last().evaluate((it) => it.getBoundingClientRect().bottom)).toBeLessThanOrEqual(PHONE.height);
  });

  test("says what else changed beyond chance in three sentences at most, each a link, and of a selection what the page knows", async ({
    open,
  }) => {
    const page = await open("en/");
    const said = page.locator(".changes a:visible");
    const before = await said.allInnerTexts();
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThanOrEqual(3);
    await answers(page);
    await goTo(page, "period=2026Q1");
    await eventually(async () => (await said.allInnerTexts()).some((text) => !before.includes(text))).toBe(true);
  });

  test("shows every supporting department with its attainment, each a link to its page", () => {
    const links = [...documentOf("en/").querySelectorAll(".department-strip li:not([class])")].map((item) => [
      item.querySelector("a")?.getAttribute("href"),
      textIn(item, '[data-live^="metric.value sla-attainment"]'),
    ]);
    expect(links).toEqual(
      [...documentOf(PATH).querySelectorAll(ROWS)].map((row) => [
        row.querySelector("th a")?.getAttribute("href"),
        textIn(row, 'th [data-live^="metric.value sla-attainment"]'),
      ]),
    );
  });

  test.for(["matrix/", "en/matrix/"])("is a list of lines on a phone, and what follows it is short: /%s", async (path, { open }) => {
    const page = await open(path, { viewport: PHONE });
    expect(await page.locator(".matrix-band").evaluate((band) => band.clientHeight)).toBeLessThanOrEqual(1800);
    expect(await page.evaluate("document.documentElement.scrollHeight")).toBeLessThanOrEqual(2600);
    expect(await page.locator(".matrix-metrics .row-head").filter({ visible: true }).count()).toBe(0);
    await page.locator(".matrix-metrics > summary").click();
    expect(await page.locator(".matrix-metrics .row-head").filter({ visible: true }).count()).toBeGreaterThan(5);
  });
});
