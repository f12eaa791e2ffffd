import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { documentOf, pagePaths } from "./support/files.ts";
import { answers, disclosure, eventually, goTo, queryOf, tableOf } from "./support/interactive.ts";
import { test } from "./support/site.ts";
import { LAPTOP, PHONE } from "./support/windows.ts";

const RND = "en/departments/rnd/";
const SUPPORT = "sla-technical_support-first_response";

const textsIn = (root: ParentNode, selector: string) => [...root.querySelectorAll(selector)].map(({ textContent }) => textContent?.trim());

describe("the page of a department", () => {
  test("is there for every supporting department, in both languages", () => {
    const departments = ["after_sales", "finance", "hr", "marketing", "product", "rnd", "sales_ops"];
    const expected = ["", "en/"].flatMap((locale) => departments.map((id) => `${locale}departments/${id}/`));
    expect(pagePaths.filter((path) => path.includes("departments/")).sort()).toEqual(expected.sort());
  });

  test("has a figure of time against limit, of the spread, and of how it was kept, for each promise", () => {
    const section = documentOf(RND).getElementById(SUPPORT);
    const ids = [...(section?.querySelectorAll("figure") ?? [])].map(({ id }) => id);
    expect(ids).toEqual(["time", "limit", "kept"].map((kind) => `${kind}-technical-support-first-response`));
  });

  test("shows where the rule changed, and what was kept by the promise of the day and by that of now", () => {
    const document = documentOf("en/departments/marketing/");
    const section = document.getElementById("sla-pitch_material-first_response");
    expect(
      textsIn(section ?? document, ".note")
        .join(" ")
        .replaceAll("\u00a0", " "),
    ).toMatch(/From 1 Jul 2025: 3 working days instead of 5 working days\. Jul 2024–Jun 2025: .* by that of now\./);
    expect(section?.querySelectorAll("figure svg .target line").length).toBeGreaterThanOrEqual(2);
  });

  test("says the same of itself as the matrix", () => {
    const shown = documentOf("en/matrix/").querySelector('[data-live="metric.value sla-attainment @department=rnd"]')?.textContent;
    expect(documentOf(RND).querySelector(".answer")?.textContent).toContain(shown);
  });

  test("has a heading for each of its contents", () => {
    const document = documentOf(RND);
    const named = [...document.querySelectorAll(".contents a")].map((link) =>
      document.querySelector(link.getAttribute("href") ?? "")?.querySelector("h2"),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.every((heading) => heading?.textContent)).toBe(true);
  });

  test("follows the order of a reader's questions, and its contents do", () => {
    const document = documentOf(RND);
    const order = ["promises", "clock", "open", "lost", "communication", "satisfaction", "duty", "goals"];
    expect([...document.querySelectorAll(".contents a")].map((link) => link.getAttribute("href"))).toEqual(order.map((id) => `#${id}`));
    expect([...document.querySelectorAll("main > .band")].map(({ id }) => id)).toEqual(order);
  });

  test("asks at its head what leads to figures that are there", () => {
    const links = [...documentOf(RND).querySelectorAll(".page-head .questions a")].filter(({ textContent }) => textContent);
    const found = links.map((link) => {
      const [, path = "", , id = ""] = /^\/(.*?)(\?[^#]*)?#(.*)$/.exec(link.getAttribute("href") ?? "") ?? [];
      return documentOf(path).getElementById(id)?.id;
    });
    expect(found).toEqual(["clock", "sla-attainment-by-region", "open"]);
  });

  test("shows its duties with what was delivered, missing where nothing can be counted", () => {
    const rows = [...documentOf("en/departments/after_sales/").querySelectorAll("#duty tbody tr")].map((row) => textsIn(row, "th, td"));
    expect(rows.find(([, , output]) => output === "no countable output")?.slice(3)).toEqual(["–", "–"]);
    expect(rows.flatMap((row) => row.slice(3)).filter((cell) => cell === "")).toEqual([]);
  });
});

describe("a promise of a department", () => {
  const CLOSED = "sla-feasibility-resolution";
  const openIn = (page: Page) => page.locator("tbody.row:has(.opener[open])").evaluateAll((rows) => rows.map(({ id }) => id));

  test("that carried the fall comes first and is open, the others are closed, each with the same cells", () => {
    const rows = [...documentOf(RND).querySelectorAll("#promises tbody.row")];
    expect(rows.map((row) => row.querySelector(".opener")?.hasAttribute("open"))).toEqual([true, false, false]);
    const [first, ...others] = rows.map((row) =>
      textsIn(row, ".row-head > :nth-child(n + 3)").map((text) => text?.replaceAll(/\s+/g, " ")),
    );
    expect(rows[0]?.id).toBe(SUPPORT);
    expect(first).toEqual(["59.3%", "−18.7 pts", "↘ New level, worse", "missed 90.0%", "n = 135"]);
    expect(others.map((cells) => [cells[2], cells[3]])).toEqual(Array(2).fill(["○ Usual", "met 90.0%"]));
  });

  test("is a row of a table that says its name, and whether it is open, to those who listen", async ({ open }) => {
    const page = await answers(await open(RND, { viewport: LAPTOP }));
    const row = page.locator(`tbody#${CLOSED}`);
    const spoken = async () => (await row.ariaSnapshot()).replaceAll("\u00a0", " ");
    expect(await page.locator("#promises table.rows").ariaSnapshot()).toMatch(
      /table "Promises kept":[\s\S]*columnheader "Promise"[\s\S]*columnheader "SLA attainment"[\s\S]*columnheader "n"/,
    );
    const closed = await spoken();
    expect(closed).toMatch(/rowheader "[^"]*within 5 working days"/);
    for (const cell of ["91.4%", "−4.7 pts", "○ Usual", "met 90.0%", "35"]) expect(closed).toContain(`- cell "${cell}"`);
    expect(closed).not.toContain("figure");
    expect(await disclosure(page, "Feasibility analysis: Resolution")).toEqual({ within: "rowheader", expanded: false });
    await row.locator("summary").first().press("Enter");
    expect(await disclosure(page, "Feasibility analysis: Resolution")).toEqual({ within: "rowheader", expanded: true });
    expect((await spoken()).match(/- '?figure "/g)).toHaveLength(3);
    expect(await spoken()).toMatch(/- paragraph: "?SLA attainment fell to 91\.4%/);
  });

  test("stays open beside others, and the address says so", async ({ open }) => {
    const page = await answers(await open(RND, { viewport: LAPTOP }));
    await page.locator(`#${CLOSED} summary`).first().click();
    expect(await openIn(page)).toEqual([SUPPORT, CLOSED]);
    await eventually(() => queryOf(page)).toBe(`open=${SUPPORT},${CLOSED}`);
    await page.reload();
    await answers(page);
    expect(await openIn(page)).toEqual([SUPPORT, CLOSED]);
  });

  test("opens without script, with its figures", async ({ open }) => {
    const page = await open(RND, { viewport: LAPTOP, javaScriptEnabled: false });
    const figures = page.locator(`#${CLOSED} figure svg.chart`);
    expect(await figures.filter({ visible: true }).count()).toBe(0);
    await page.locator(`#${CLOSED} summary`).first().click();
    expect(await figures.filter({ visible: true }).count()).toBe(3);
  });

  test("comes first where it weighs most in what the reader selects", async ({ open }) => {
    const page = await answers(await open(RND, { viewport: LAPTOP }));
    const order = () => page.locator("#promises tbody.row").evaluateAll((rows) => rows.map(({ id }) => id));
    const before = await order();
    await goTo(page, "period=2025Q1");
    await eventually(order).not.toEqual(before);
    expect((await order()).toSorted()).toEqual(before.toSorted());
  });

  test("prints open where it is open, and as a row where it is not", async ({ open }) => {
    const page = await answers(await open(`${RND}?open=${CLOSED}`, { viewport: PHONE }));
    await page.emulateMedia({ media: "print" });
    const shown = (id: string) => page.locator(`#${id} figure`).filter({ visible: true }).count();
    expect([await shown(SUPPORT), await shown(CLOSED)]).toEqual([0, 3]);
    expect(await page.locator("#promises .row-head:visible").count()).toBe(3);
  });
});

describe("the interactive page of a department", () => {
  test("follows the reader's filter in words and figures, and its address does not say the department", async ({ open }) => {
    const page = await answers(await open(RND, { viewport: LAPTOP }));
    const answer = page.locator(".answer").first();
    const before = await answer.innerText();
    const tableBefore = await tableOf(page, "kept-technical-support-first-response");
    await page.evaluate("scrollTo(0, 0)");
    await page.locator("[data-item=region] .bar-button").click();
    await page.getByRole("button", { name: "Only East" }).click();
    await page.keyboard.press("Escape");
    await eventually(() => queryOf(page)).toBe("region=east");
    await eventually(() => answer.innerText()).not.toBe(before);
    await eventually(() => tableOf(page, "kept-technical-support-first-response")).not.toEqual(tableBefore);
  });

  test("offers no filter by department, and ignores one in its address", async ({ open }) => {
    const page = await answers(await open(`${RND}?department=hr&region=east`, { viewport: LAPTOP }));
    expect(await page.locator("[data-item=department]").count()).toBe(0);
    const plain = await answers(await open(`${RND}?region=east`, { viewport: LAPTOP }));
    expect(await page.locator(".answer").first().innerText()).toBe(await plain.locator(".answer").first().innerText());
  });

  test("is reached from the matrix with what the reader selected there, at the promise that the link names", async ({ open }) => {
    const page = await answers(await open("en/matrix/?region=east", { viewport: LAPTOP }));
    await page.locator(`a.chip[href*="departments/rnd/"][href$="#${SUPPORT}"]`).click();
    await page.waitForURL(/departments\/rnd\/\?region=east#/);
    await answers(page);
    await eventually(() => page.locator(`#${SUPPORT}`).evaluate((section) => Math.abs(section.getBoundingClientRect().top) < 200)).toBe(
      true,
    );
  });

  test("leads from a promise to its metric, at the promise and what the reader selected", async ({ open }) => {
    const page = await answers(await open(`${RND}?region=east`, { viewport: LAPTOP }));
    const link = page.locator(`#${SUPPORT}`).getByRole("link", { name: "by region" });
    await eventually(() => link.getAttribute("href")).toContain("region=east");
    await link.click();
    await page.waitForURL(/metrics\/sla-attainment\//);
    const named = ["department=rnd", "promise=first_response", "region=east", "request_type=technical_support"];
    expect(queryOf(page).split("&").sort()).toEqual(named);
    await answers(page);
    expect(queryOf(page).split("&").sort()).toEqual(named);
  });

  test.for([`${RND}?region=east`, RND, "departments/rnd/"])("is printed on two sheets: /%s", async (path, { open }) => {
    const page = await answers(await open(path, { viewport: LAPTOP }));
    const paper = await page.pdf({ format: "A4" });
    expect(paper.toString("latin1").match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
  });

  test("is printed with three figures abreast, each sheet with its foot", async ({ open }) => {
    const page = await answers(await open(`${RND}?region=east`, { viewport: LAPTOP }));
    await page.pdf({ format: "A4" });
    await page.emulateMedia({ media: "print" });
    const foot = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ["--foot", "--address"].map((name) => style.getPropertyValue(name));
    });
    expect(foot).toEqual([expect.stringContaining("18 Oct 2026"), JSON.stringify(page.url())]);
    const lefts = await page
      .locator(`#${SUPPORT} figure`)
      .evaluateAll((figures) => figures.map((each) => Math.round(each.getBoundingClientRect().top)));
    expect([lefts.length, new Set(lefts).size]).toEqual([3, 1]);
  });

  test.for(
    ["", "en/"].flatMap((locale) =>
      ["rnd", "marketing", "finance"].flatMap((id) => [
        [`${locale}departments/${id}/`, LAPTOP, 2600] as const,
        [`${locale}departments/${id}/`, PHONE, 3600] as const,
      ]),
    ),
  )("is no longer than a few windows: /%s, %o, %i px", async ([path, viewport, most], { open }) => {
    const page = await open(path, { viewport });
    expect(await page.evaluate("document.documentElement.scrollHeight")).toBeLessThanOrEqual(most);
  });

  test("keeps within a phone's width", async ({ open }) => {
    const page = await answers(await open("departments/rnd/", { viewport: PHONE }));
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(PHONE.width);
  });
});
