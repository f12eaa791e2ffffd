import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { words as en } from "../../../src/i18n/en/words.ts";
import { csvRecords, formulasIn } from "../../core/csv-records.ts";
import { answers, eventually, tableOf } from "../support/interactive.ts";
import { openMenu, takeAway } from "../support/menu.ts";
import { test } from "../support/site.ts";

const METRIC = "time-to-approval";
const TREND = `${METRIC}-trend`;
const PATH = `en/metrics/${METRIC}/?period=2026Q2&region=east`;
const { facts } = en.menu;

/** The records of a file, apart at its empty line: what says what it is, and the table. */
function recordsOf(bytes: Buffer): { head: Map<string, string>; table: string[][] } {
  const records = csvRecords(bytes.toString());
  const end = records.findIndex((record) => record.every((field) => field === ""));
  return { head: new Map(records.slice(0, end).map(([name = "", words = ""]) => [name, words])), table: records.slice(end + 1) };
}

/** Signs of numbers that are limits. */
const SIGNS = /^[≥≤≈]/;

/** Numbers as the page keeps them, to seven digits, behind their sign. */
function rounded(text: string): string {
  const [sign = ""] = SIGNS.exec(text) ?? [];
  const number = text.slice(sign.length);
  return number !== "" && Number.isFinite(Number(number)) ? `${sign}${Number(Number(number).toPrecision(7))}` : text;
}

/** A cell as a file should have it: nothing where it is missing. */
const expectedOf = ({ text, raw }: { text: string; raw: string | null }): string[] => {
  if (raw === null) return text === "–" ? [] : [text];
  return [`${SIGNS.exec(text) ?? ""}${raw}`];
};

describe("the CSV of a figure", () => {
  test.for([
    [PATH, TREND],
    [PATH, `${METRIC}-by-region`],
    [PATH, `${METRIC}-spread`],
    [PATH, `${METRIC}-value-class-rice-quarter`],
    [`en/metrics/${METRIC}/?split=region`, TREND],
    [`en/metrics/${METRIC}/?region=east&vs.region=west`, TREND],
    ["satisfaction/?open=favourable-share&period=2026Q2", "favourable-share-trend"],
    ["cost/?department=rnd", "communication-hours-department-counterpart"],
    ["en/market/", "launches"],
    ["en/market/?period=2026", "ledger"],
  ] as const)("of /%s, %s, has the numbers of its table in full", async ([path, id], { open }) => {
    const page = await answers(await open(path));
    const rows = await tableOf(page, id);
    const { bytes } = await takeAway(page, id, "CSV");
    const { table } = recordsOf(bytes);
    const taken = table.slice(1);
    expect(taken).toHaveLength(rows.length);
    const kept = rows.map((cells) => cells.flatMap(expectedOf));
    const lost = kept.flatMap((values, i) => values.filter((value) => !taken[i]?.map(rounded).includes(value)));
    expect(lost).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });

  test("says metric, selection, day, n and the link that leads back", async ({ open }) => {
    const page = await answers(await open(PATH));
    const { name, bytes } = await takeAway(page, TREND, "CSV");
    const { head } = recordsOf(bytes);
    const values = [facts.metric, facts.unit, facts.period, facts.filters, facts.asOf].map((fact) => head.get(fact));
    expect([name, ...values]).toEqual([
      `${TREND}-2026Q2.csv`,
      `Time to approval (${METRIC})`,
      "days",
      "2026 Q2",
      "Region: East",
      "2026-10-18",
    ]);
    expect(head.get(facts.n)).toBe(await page.locator(`#${TREND} .figure-cases`).innerText());
    expect(head.get(facts.link)).toBe(`${page.url()}#${TREND}`);
    const back = await answers(await open(head.get(facts.link) ?? ""));
    await eventually(() => back.locator(`#${TREND} .figure-cases`).innerText()).toBe(head.get(facts.n));
  });

  test("is read by spreadsheets as Chinese, and has nothing that they would run", async ({ open }) => {
    const page = await answers(await open(`metrics/${METRIC}/?region=east`));
    const { bytes } = await takeAway(page, `${METRIC}-by-region`, "CSV");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const records = csvRecords(bytes.toString());
    expect(formulasIn(records)).toEqual([]);
    expect(records.flat()).toContain("华东");
  });
});

/** The file that the link below the table of a figure gives. */
async function downloaded(page: Page, id: string): Promise<Buffer> {
  const link = page.locator(`figure#${id} details.figure-numbers a[download]`);
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const path = join(mkdtempSync(join(tmpdir(), "tandem-rows-")), "file");
  await download.saveAs(path);
  return readFileSync(path);
}

describe("the link below the table of a figure", () => {
  test.for([
    [PATH, TREND],
    [PATH, `${METRIC}-by-region`],
    [`en/metrics/${METRIC}/?vs.period=2025Q3`, TREND],
    [`en/metrics/${METRIC}/?region=east&vs.region=west`, `${METRIC}-by-segment`],
    ["en/market/?period=2026Q1&region=east", "ledger"],
    ["departments/rnd/?period=2026Q2", "time-technical-support-first-response"],
    ["satisfaction/?period=2026Q2", "gap-by-item"],
  ] as const)("of /%s, %s, gives the rows that it shows, in their order, sorted too", async ([path, id], { open }) => {
    const page = await answers(await open(path));
    for (const isSorted of [false, true]) {
      await tableOf(page, id);
      if (isSorted) await page.locator(`figure#${id} thead button`).last().click();
      const shown = (await tableOf(page, id)).map(([first]) => first?.text);
      const { table } = recordsOf(await downloaded(page, id));
      expect(table.slice(1).map(([name]) => name)).toEqual(shown);
      expect(shown.length).toBeGreaterThan(1);
    }
  });

  test("leads without script to all numbers of the metric, and says so", async ({ open }) => {
    const page = await open(PATH, { javaScriptEnabled: false });
    const link = page.locator(`figure#${TREND} details.figure-numbers a[download]`);
    expect([(await link.textContent())?.trim(), await link.getAttribute("href")]).toEqual([en.csv, `/metrics/${METRIC}.csv`]);
  });
});

const documentFrom = (svg: string) => parseHTML(svg).document;

describe("the picture of a figure", () => {
  test.for(["light", "dark"] as const)(
    "needs no style sheet and says title, unit, selection and source, in %s",
    async (colorScheme, { open }) => {
      const page = await answers(await open(PATH, { colorScheme }));
      const { name, bytes } = await takeAway(page, TREND, "SVG");
      const svg = bytes.toString();
      expect(name).toBe(`${TREND}-2026Q2.svg`);
      expect(svg).not.toMatch(/<style|class=|style=|var\(|currentColor|rgb\(|[\d.]em"|data-|NaN|undefined|<script|href=/);
      expect(svg).toMatch(/font-family="[^"]*Microsoft YaHei/);
      const words = [...documentFrom(svg).querySelectorAll("text")].map(({ textContent }) => textContent).join(" ");
      for (const each of ["Time to approval: trend", "Region: East", "Unit: days", "Source: ", `${page.url()}#${TREND}`])
        expect(words).toContain(each);
    },
  );

  test("is well formed", async ({ open }) => {
    const page = await answers(await open("metrics/process-satisfaction/?period=2026Q2"));
    const svgs: string[] = [];
    for (const id of ["process-satisfaction-by-department", "process-satisfaction-trend"])
      svgs.push((await takeAway(page, id, "SVG")).bytes.toString());
    const faults = await page.evaluate(
      (all) => all.map((svg) => new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror")?.textContent ?? ""),
      svgs,
    );
    expect(faults).toEqual(["", ""]);
  });

  test("is the same in every theme", async ({ open }) => {
    const taken: Buffer[] = [];
    for (const colorScheme of ["light", "dark"] as const)
      taken.push((await takeAway(await answers(await open(PATH, { colorScheme })), TREND, "SVG")).bytes);
    expect(taken[0]?.equals(taken[1] as Buffer)).toBe(true);
  });

  test.for([
    [PATH, TREND],
    [PATH, `${METRIC}-value-class-rice-quarter`],
    // sixteen members, beside its words
    ["metrics/elapsed-first-response-time/", "elapsed-first-response-time-by-request-type"],
    ["en/goals/", "goal-tree"],
    // a selection of several members beside another period
    [`metrics/${METRIC}/?period=2026Q3&region=east,south,north&segment=smb&vs.period=2025Q3`, `${METRIC}-by-product-line`],
  ] as const)("of /%s, %s, fills a slide with all of its words in it, none below 12", async ([path, id], { open }) => {
    const page = await answers(await open(path));
    const { bytes } = await takeAway(page, id, "SVG");
    const { size, outside, smallest, words } = await measured(page, bytes.toString());
    expect([size, outside]).toEqual(["1280 × 720", []]);
    expect(smallest).toBeGreaterThanOrEqual(12);
    const figure = page.locator(`figure#${id}`);
    const said = [figure.locator(".figure-sentence, .figure-cases, .figure-notes p"), figure.locator(".figure-title")];
    for (const text of (await Promise.all(said.map((each) => each.allTextContents()))).flat()) expect(words).toContain(unspaced(text));
    const { search } = new URL(page.url());
    expect(words).toContain(unspaced(decodeURI(search || "?period=2026Q3")));
    expect(words).toContain(`#${id}`);
  });

  test.for([TREND, `${METRIC}-by-region`])(
    "as PNG, of %s, has two pixels for each unit of a slide and is not blank",
    async (id, { open }) => {
      const page = await answers(await open(PATH));
      const { bytes } = await takeAway(page, id, "PNG");
      const { size, colours, corner } = await decoded(page, bytes);
      expect(size).toEqual([2560, 1440]);
      expect(colours).toBeGreaterThan(10);
      expect(corner).toEqual([255, 255, 255, 255]);
    },
  );
});

/** A text without its spaces and breaks, as pictures break it into lines. */
const unspaced = (text: string) => text.replaceAll(/\s/g, "");

/** A picture as a browser draws it: the texts that leave it, the size of the smallest, and all words in order. */
function measured(page: Page, svg: string) {
  return page.evaluate((source) => {
    const picture = document.importNode(
      new DOMParser().parseFromString(source, "image/svg+xml").documentElement,
      true,
    ) as unknown as SVGSVGElement;
    document.body.append(picture);
    const { width, height } = picture.viewBox.baseVal;
    const { left, top, right, bottom } = picture.getBoundingClientRect();
    const texts = [...picture.querySelectorAll("text")];
    const outside = texts.filter((text) => {
      const box = text.getBoundingClientRect();
      return box.width > 0 && (box.left < left || box.right > right || box.top < top || box.bottom > bottom);
    });
    const sizes = texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * (text.getCTM()?.a ?? 0));
    const found = {
      size: `${width} × ${height}`,
      outside: outside.map(({ textContent }) => textContent),
      smallest: Math.min(...sizes),
      words: texts
        .map(({ textContent }) => textContent)
        .join("")
        .replaceAll(/\s/g, ""),
    };
    picture.remove();
    return found;
  }, svg);
}

/** A PNG as a browser reads it. */
function decoded(page: Page, bytes: Buffer): Promise<{ size: number[]; colours: number; corner: number[] }> {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return { size: [image.width, image.height], colours: new Set(new Uint32Array(data.buffer)).size, corner: [...data.slice(0, 4)] };
  }, bytes.toString("base64"));
}

describe("the links of a figure", () => {
  test("lead to it with the same numbers", async ({ open }) => {
    const page = await answers(await open(PATH, { permissions: ["clipboard-read", "clipboard-write"] }));
    const id = `${METRIC}-by-region`;
    const rows = await tableOf(page, id);
    const menu = await openMenu(page, id);
    await menu.getByText(en.menu.link).click();
    await menu.getByText(en.menu.copied).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${page.url()}#${id}`);
    expect(await tableOf(await answers(await open(link)), id)).toEqual(rows);
  });

  test.for(["allowed", "forbidden"] as const)(
    "as a sentence to cite it are shown, and copied where that is %s",
    async (clipboard, { open }) => {
      const isAllowed = clipboard === "allowed";
      const page = await open(PATH, isAllowed ? { permissions: ["clipboard-read", "clipboard-write"] } : {});
      if (!isAllowed)
        await page.evaluate(() => {
          Object.defineProperty(navigator, "clipboard", { value: undefined });
          document.execCommand = () => false;
        });
      await answers(page);
      const menu = await openMenu(page, TREND);
      await menu.getByText(en.menu.cite, { exact: true }).click();
      await menu.getByText(isAllowed ? en.menu.copied : en.menu.notCopied).waitFor();
      const text = await menu.locator("textarea").inputValue();
      const origin = page.url().slice(0, page.url().indexOf("/en/"));
      for (const part of [`${page.url()}#${TREND} `, `${origin}/en/metrics/${METRIC}/#definition`, "Region: East", "2026 Q2"])
        expect(text).toContain(part);
      expect(text).toContain(await page.locator(`figure#${TREND} .figure-cases`).innerText());
      if (isAllowed) expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    },
  );

  test("as code to embed it shows the same figure of the same selection", async ({ open }) => {
    const page = await answers(await open(PATH));
    const id = `${METRIC}-by-region`;
    const menu = await openMenu(page, id);
    await menu.getByText(en.menu.embed).click();
    const frame = documentFrom(await menu.locator("textarea").inputValue()).querySelector("iframe");
    const address = frame?.getAttribute("src") ?? "";
    expect(address).toContain(`/en/embed/${METRIC}/?figure=breakdown.region&period=2026Q2&region=east`);
    const framed = await open(address);
    await framed
      .getByText(frame?.getAttribute("title") ?? "nothing")
      .first()
      .waitFor();
    await eventually(() => framed.locator("a.figure-title").getAttribute("href")).toContain("period=2026Q2&region=east");
    const said = await page.locator(`#${id} .figure-cases`).innerText();
    await eventually(() => framed.locator(".figure-cases").textContent()).toBe(said);
  });
});
