import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { deckOf } from "../../scripts/deck/deck-of.ts";
import { cachedPoints, numbersIn, partsOf, relationsOf, xmlOf } from "./opened.ts";
import { TINY_REVIEW, TREND } from "./tiny-review.ts";

let deck: Uint8Array;
let xml: Map<string, string>;

beforeAll(async () => {
  deck = await deckOf(TINY_REVIEW);
  xml = xmlOf(deck);
});

const CHART = "ppt/charts/chart1.xml";
const WORKBOOK = "ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx";

describe("deckOf(review)", () => {
  afterEach(() => void vi.useRealTimers());

  test("is the same bytes at another time, and as another deck of a process", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-03-05T06:07:08Z") });
    expect(Buffer.from(await deckOf(TINY_REVIEW)).equals(deck)).toBe(true);
  });

  test("has XML in every part, whatever the company is called", () => {
    expect(xml.size).toBeGreaterThan(20);
    for (const [path, text] of xml) expect(() => new SaxesParser({ xmlns: true }).write(text).close(), path).not.toThrow();
  });

  test("names the company as it is written", () => {
    expect(xml.get("docProps/app.xml")).toContain("<Company>甲 &amp; 乙 &lt;公司&gt;</Company>");
  });

  test("bears the day on which the snapshot was frozen", () => {
    expect(xml.get("docProps/core.xml")).toMatch(/created [^>]*>2026-10-18T00:00:00Z<.*modified [^>]*>2026-10-18T00:00:00Z</s);
  });

  test("has every part that its content types name", () => {
    const named = [...(xml.get("[Content_Types].xml") ?? "").matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) => part ?? "");
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((part) => !partsOf(deck).includes(part))).toEqual([]);
  });

  test("has every part to which another relates", () => {
    const inside = relationsOf(deck).filter(({ isOutside }) => !isOutside);
    expect(inside.length).toBeGreaterThan(10);
    expect(inside.filter(({ target }) => !partsOf(deck).includes(target))).toEqual([]);
  });

  test("has a slide a slide, its title in the placeholder of a title, and its notes", () => {
    const title = (slide: number) => /type="title".*?<a:t>([^<]*)<\/a:t>/s.exec(xml.get(`ppt/slides/slide${slide}.xml`) ?? "")?.[1];
    expect([title(1), title(2), title(3)]).toEqual(["等待降至 0 天", "怎么算的", undefined]);
    expect(xml.get("ppt/notesSlides/notesSlide1.xml")).toContain("定义");
  });

  test("has Chinese text in Chinese, with a face for it in charts", () => {
    for (const path of [CHART, "ppt/slides/slide1.xml"]) expect(xml.get(path), path).not.toMatch(/ lang="en-US"/);
    expect(xml.get(CHART)).toContain('<a:ea typeface="+mn-ea"/>');
    expect(xml.get("ppt/theme/theme1.xml")).toContain('<a:ea typeface="Microsoft YaHei"/>');
  });
});

describe("a chart of a deck", () => {
  test("leaves a gap at what is missing, and none at 0", () => {
    const [value, open] = cachedPoints(xml.get(CHART) ?? "");
    expect([...(value ?? [])]).toEqual([
      [0, 3.25],
      [2, 0],
    ]);
    expect([...(open ?? [])]).toEqual([[3, 2]]);
    expect(xml.get(CHART)).toContain('<c:dispBlanksAs val="gap"/>');
  });

  test("has the same numbers in its workbook", () => {
    const workbook = unzipSync(deck)[WORKBOOK];
    expect(workbook && [...numbersIn(workbook)]).toEqual([
      ["B2", 3.25],
      ["B4", 0],
      ["C5", 2],
    ]);
  });

  test("draws what is unfinished apart from the line", () => {
    const [line, open] = (xml.get(CHART) ?? "").split("</c:ser>");
    expect(line).toContain('<c:symbol val="none"/>');
    expect(open).toMatch(/<a:ln><a:noFill\/><\/a:ln>.*<c:symbol val="circle"\/>/s);
  });

  test("has the names of its lines and periods in their places", () => {
    expect(xml.get(CHART)).toContain(`<c:v>${TREND.labels[3]}</c:v>`);
    expect(xml.get(CHART)).toContain("<c:v>实际 &amp; 计</c:v>");
  });
});

describe("the link of a slide", () => {
  const linksOf = (of: Uint8Array) => relationsOf(of).flatMap(({ isOutside, target }) => (isOutside ? [target] : []));

  test("leads to a file beside the deck where the address of the site is not known", () => {
    expect(linksOf(deck)).toEqual(["metrics/wait/index.html#wait-trend", "index.html"]);
  });

  test("leads to the site where its address is known", async () => {
    const root = "https://x.example/snapshots/2026Q3/v1/";
    expect(linksOf(await deckOf({ ...TINY_REVIEW, root }))).toEqual([`${root}metrics/wait/#wait-trend`, root]);
  });
});
