import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { writeTemplates } from "../../scripts/read/templates.ts";
import { buildElsewhere } from "../../scripts/tools/elsewhere.ts";
import { type Server, serve } from "../../scripts/tools/serve.ts";
import { DEFAULT_SELECTION } from "../../src/core/selection.ts";
import { printSelection } from "../../src/core/selection-query.ts";
import { words as en } from "../../src/i18n/en/words.ts";
import { EARLY_SCRIPT } from "../../src/publish/early-script.ts";
import { metricsDocument } from "../../src/publish/metrics-document.ts";
import { csvRecords, formulasIn } from "../core/csv-records.ts";
import { readSiteFile, siteFiles } from "./support/files.ts";
import { DEPARTMENTS, LINES, REGIONS, writeHostileCompany } from "./support/hostile-company.ts";
import { htmlProblems } from "./support/html-problems.ts";
import { answers, eventually, liveFigure, queryOf, tableOf } from "./support/interactive.ts";
import { openMenu, takeAway } from "./support/menu.ts";
import { test } from "./support/site.ts";

const ANY_PORT = 49_300;
const METRIC = "time-to-approval";
/** A small computer, and a phone. */
const WINDOWS = { computer: { width: 1280, height: 900 }, phone: { width: 390, height: 900 } } as const;

let dataDir: string;
let dir: string;
let server: Server;

beforeAll(async () => {
  dataDir = writeHostileCompany();
  dir = buildElsewhere(dataDir);
  server = await serve({ dir, base: "/", port: ANY_PORT });
});

afterAll(() => server.close());

const at = (path: string) => server.url + path;
const documentIn = (file: string) => parseHTML(readSiteFile(file, dir)).document;
const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();

describe("the pages of a hostile company", () => {
  test("are valid HTML", async () => {
    expect((await htmlProblems(dir)).slice(0, 20)).toEqual([]);
  });

  test("show names as they are, and nothing in them as markup", () => {
    const pages = siteFiles("**/*.html", dir).map(documentIn);
    const strange = pages.flatMap((page) => [...page.querySelectorAll("script:not([type=module]), img, i, u, s, [onload], [onerror]")]);
    expect(strange.filter(({ textContent }) => textContent !== EARLY_SCRIPT).map(({ outerHTML }) => outerHTML)).toEqual([]);
    const rows = documentIn(`en/metrics/${METRIC}/index.html`).querySelectorAll(`#${METRIC}-by-region tbody th`);
    expect([...rows].map(({ textContent }) => oneLine(textContent ?? ""))).toEqual(REGIONS.map((region) => oneLine(region.en)));
  });

  test("are there for departments of any script", () => {
    expect(siteFiles("departments/*/index.html", dir)).toEqual(
      DEPARTMENTS.slice(1)
        .map(({ id }) => `departments/${id}/index.html`)
        .sort(),
    );
  });

  test.for([
    "en/",
    `en/metrics/${METRIC}/`,
    "departments/研发部/",
    "en/departments/finance/",
    "en/matrix/",
    "data/",
    "en/market/",
    "en/requirements/",
  ])("are no wider than a phone: /%s", async (path, { open }) => {
    const page = await open(at(path), { viewport: WINDOWS.phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(WINDOWS.phone.width);
  });
});

describe("selecting hostile members", () => {
  const vocabulary = {
    ...{ fiscalStart: 1 as const, first: 0, last: 1e6 },
    dimensions: [{ id: "region", members: REGIONS }],
  };
  const queryFor = (id: string) => printSelection({ ...DEFAULT_SELECTION, filters: { region: [id] } }, vocabulary);

  test.for(REGIONS)("by $id in the address keeps that member alone, and nothing is ignored", async ({ id, en: name }, { open }) => {
    const page = await answers(await open(at(`en/metrics/${METRIC}/?${queryFor(id)}`)));
    await eventually(async () => oneLine(await page.locator("[data-item=region] .bar-button").innerText())).toContain(oneLine(name));
    expect(await page.locator(".bar-ignored").innerText()).toBe("");
    expect(new URL(page.url()).search).toBe(`?${queryFor(id)}`);
  });

  test("by a click on a bar writes it into the address, which leads back to it", async ({ open }) => {
    const page = await answers(await open(at(`en/metrics/${METRIC}/`)));
    const written: string[] = [];
    for (const place of REGIONS.keys()) {
      const figure = await liveFigure(page, `${METRIC}-by-region`);
      await figure.locator(`[data-key="${place}"]`).click();
      await eventually(() => queryOf(page)).not.toBe("");
      written.push(new URL(page.url()).search);
      await page.goBack();
      await eventually(() => queryOf(page)).toBe("");
    }
    // bars stand by their length
    expect(written.sort()).toEqual(REGIONS.map(({ id }) => `?${queryFor(id)}`).sort());
  });

  test("stays on the page of a department whose id is not Latin", async ({ open }) => {
    const page = await answers(await open(at(`departments/研发部/?${queryFor("*")}`)));
    await eventually(async () => await page.locator("[data-item=region] .bar-button").innerText()).toContain("=SUM(A1)");
    await page.locator("a[href*='en/departments/']").first().click();
    await page.waitForURL(/\/en\/departments\//);
    expect(new URL(page.url()).search).toBe(`?${queryFor("*")}`);
  });
});

describe("figures by 200 members", () => {
  /** Figures of a page that are higher than its window, their tables closed. */
  const tooHigh = (page: Page, most: number) =>
    page
      .locator("main figure")
      .evaluateAll((figures, limit) => figures.filter((it) => it.getBoundingClientRect().height > limit).map(({ id }) => id), most);

  test.for(Object.values(WINDOWS))("are no higher than a window of $width × $height", async (viewport, { open }) => {
    for (const query of ["", "?split=product_line", `?product_line=${encodeURIComponent(LINES[150]?.id ?? "")}`]) {
      const page = await answers(await open(at(`en/metrics/${METRIC}/${query}`), { viewport }));
      await liveFigure(page, `${METRIC}-trend`);
      await liveFigure(page, `${METRIC}-by-product-line`);
      expect(await tooHigh(page, viewport.height)).toEqual([]);
    }
  });

  test.for(["en/", "en/matrix/", "en/requirements/", "en/market/", `en/metrics/${METRIC}/`, "departments/研发部/"])(
    "leave a page no longer than five windows: /%s",
    async (path, { open }) => {
      const page = await open(at(path), { viewport: { width: 1280, height: 800 } });
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(5 * 800);
    },
  );

  test("list all members in their table, and the bar finds each by its name", async ({ open }) => {
    const page = await answers(await open(at(`en/metrics/${METRIC}/`)));
    expect(await tableOf(page, `${METRIC}-by-product-line`)).toHaveLength(LINES.length);
    await page.locator("[data-item=product_line] .bar-button").click();
    const panel = page.locator("filter-bar :popover-open");
    await panel.locator("input[type=search]").fill("line 157");
    const found = panel.locator(".bar-list .bar-member:visible");
    expect(await found.count()).toBe(1);
    await found.locator("input").check();
    await eventually(() => queryOf(page)).toBe("product_line=line 157");
    const figure = await liveFigure(page, `${METRIC}-by-product-line`);
    await eventually(() => figure.innerText()).toContain("157");
  });

  test("scroll in a panel that is lower than the window", async ({ open }) => {
    const page = await answers(await open(at(`en/metrics/${METRIC}/`), { viewport: WINDOWS.computer }));
    await page.locator("[data-item=product_line] .bar-button").click();
    const panel = page.locator("filter-bar :popover-open");
    await panel.locator(".bar-list").waitFor();
    const { shown, whole } = await panel.evaluate(({ clientHeight, scrollHeight }) => ({ shown: clientHeight, whole: scrollHeight }));
    expect(shown).toBeLessThan(WINDOWS.computer.height);
    expect(whole).toBeGreaterThan(LINES.length * 20);
  });
});

describe("what a hostile company's site gives away", () => {
  const FIGURES = [
    [`en/metrics/${METRIC}/`, `${METRIC}-by-region`],
    [`metrics/${METRIC}/?split=region`, `${METRIC}-trend`],
    ["en/market/", "launches"],
    [`en/metrics/${METRIC}/?${new URLSearchParams({ region: "*" })}`, `${METRIC}-by-product-line`],
  ] as const;

  test("as CSV of metrics reads alike in two parsers and runs nothing", () => {
    const files = siteFiles("metrics/*.csv", dir);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(formulasIn(csvRecords(readSiteFile(file, dir))), file).toEqual([]);
  });

  test("as rejects and templates does so too", async () => {
    const templates = mkdtempSync(join(tmpdir(), "tandem-templates-"));
    const files = [
      ...siteFiles("*.csv", join(dataDir, ".tandem/rejects")).map((file) => join(dataDir, ".tandem/rejects", file)),
      ...(await writeTemplates(templates)).map((file) => join(templates, file)),
    ];
    expect(files.filter((file) => file.includes("rejects"))).toHaveLength(3);
    for (const file of files) expect(formulasIn(csvRecords(readFileSync(file, "utf8"))), file).toEqual([]);
  });

  test.for(FIGURES)("as CSV of a figure has the cells of its table and runs nothing: /%s, %s", async ([path, id], { open }) => {
    const page = await answers(await open(at(path)));
    const rows = await tableOf(page, id);
    const records = csvRecords((await takeAway(page, id, "CSV")).bytes.toString());
    expect(formulasIn(records)).toEqual([]);
    const table = records.slice(records.findIndex((record) => record.every((cell) => cell === "")) + 2);
    expect(table).toHaveLength(rows.length);
    const bare = (text: string) => oneLine(text.replaceAll(/(^|[\r\n])'/g, "$1"));
    const lost = rows.flatMap((cells, i) => {
      const taken = table[i]?.map(bare) ?? [];
      return cells.filter(({ text, raw }) => raw === null && text !== "–" && !taken.includes(bare(text)));
    });
    expect(lost).toEqual([]);
    expect(table.map(([name]) => bare(name ?? ""))).toEqual(rows.map(([name]) => bare(name?.text ?? "")));
  });

  test("as pictures is valid XML without anything that runs", async ({ open }) => {
    const page = await answers(await open(at(`en/metrics/${METRIC}/`)));
    const id = `${METRIC}-by-region`;
    const svg = (await takeAway(page, id, "SVG")).bytes.toString();
    const found = await page.evaluate((text) => {
      const picture = new DOMParser().parseFromString(text, "image/svg+xml");
      return [picture.querySelector("parsererror")?.textContent ?? "", picture.querySelectorAll("script, img, a, foreignObject").length];
    }, svg);
    expect(found).toEqual(["", 0]);
    expect((await takeAway(page, id, "PNG")).bytes.subarray(1, 4).toString()).toBe("PNG");
  });

  test("as code to embed is one frame of its own site, and the script by which that grows", async ({ open }) => {
    const page = await answers(await open(at(`en/metrics/${METRIC}/?${new URLSearchParams({ region: "a\\\\b" })}`)));
    const menu = await openMenu(page, `${METRIC}-by-region`);
    await menu.getByText(en.menu.embed).click();
    const { document } = parseHTML(`<html><body>${await menu.locator("textarea").inputValue()}</body></html>`);
    expect([...document.body.querySelectorAll("*")].map(({ localName }) => localName)).toEqual(["iframe", "script"]);
    const address = new URL(document.querySelector("iframe")?.getAttribute("src") ?? "");
    expect([address.origin, address.searchParams.get("region")]).toEqual([new URL(server.url).origin, "a\\\\b"]);
  });

  test("as JSON has the names as they are", () => {
    const document = metricsDocument.parse(JSON.parse(readSiteFile("api/metrics.json", dir)));
    const regions = document.dimensions.find(({ id }) => id === "region")?.members;
    expect(regions?.map(({ id }) => id)).toEqual(REGIONS.map(({ id }) => id));
    expect(siteFiles("data/site.*.json", dir).map((file) => typeof JSON.parse(readSiteFile(file, dir)))).toEqual(["object"]);
  });
});
