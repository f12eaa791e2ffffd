import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { deckOf } from "../../scripts/deck/deck-of.ts";
import { readCompanyTemplate } from "./company-template.ts";
import { cachedPoints, numbersIn, partsOf, relationsOf, xmlOf } from "./opened.ts";
import { TINY_REVIEW, TREND } from "./tiny-review.ts";

const CHART = "ppt/charts/chart1.xml";
const WORKBOOK = "ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx";

const DESIGNS = [
  { design: "without a template", template: null },
  { design: "on a template", template: readCompanyTemplate() },
  { design: "on a template of 10 × 5.625 inches without notes", template: readCompanyTemplate({ size: [10, 5.625], hasNotes: false }) },
  { design: "on a template of 4:3", template: readCompanyTemplate({ size: [10, 7.5] }) },
];

describe.each(DESIGNS)("a deck $design", ({ template }) => {
  const slides = template ? ["slide2", "slide3"] : ["slide1", "slide2"];
  const notes = template ? "notesSlide2" : "notesSlide1";
  let deck: Uint8Array;
  let xml: Map<string, string>;

  beforeAll(async () => {
    deck = await deckOf(TINY_REVIEW, template);
    xml = xmlOf(deck);
  });

  afterEach(() => void vi.useRealTimers());

  const slideXml = (slide: string) => xml.get(`ppt/slides/${slide}.xml`) ?? "";

  test("is the same bytes at another time, and as another deck of a process", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-03-05T06:07:08Z") });
    expect(Buffer.from(await deckOf(TINY_REVIEW, template)).equals(deck)).toBe(true);
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
    const titles = slides.map((slide) => /type="title".*?<a:t>([^<]*)<\/a:t>/s.exec(slideXml(slide))?.[1]);
    expect(titles).toEqual(TINY_REVIEW.slides.map(({ title }) => title));
    expect([...xml.keys()].filter((path) => path.startsWith("ppt/slides/slide"))).toHaveLength(template ? 3 : 2);
    expect(xml.get(`ppt/notesSlides/${notes}.xml`)).toContain("定义");
  });

  test("has a number of its own for each shape of a slide", () => {
    for (const slide of slides) {
      const ids = [...slideXml(slide).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(3);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("says how a paragraph is set before its text alone", () => {
    for (const slide of slides) expect(slideXml(slide)).not.toMatch(/<\/a:r><a:pPr/);
  });

  test("has Chinese text in Chinese, with a face for it in charts", () => {
    for (const path of [CHART, ...slides.map((slide) => `ppt/slides/${slide}.xml`)])
      expect(xml.get(path), path).not.toMatch(/ lang="en-US"/);
    expect(xml.get(CHART)).toContain('<a:ea typeface="+mn-ea"/>');
    expect(xml.get("ppt/theme/theme1.xml")).toContain(`<a:ea typeface="${template ? "思源黑体" : "Microsoft YaHei"}"/>`);
  });
  test("has a chart that leaves a gap at what is missing, and none at 0", () => {
    const [value, open] = cachedPoints(xml.get(CHART) ?? "");
    expect([...(value ?? [])]).toEqual([
      [0, 3.25],
      [2, 0],
    ]);
    expect([...(open ?? [])]).toEqual([[3, 2]]);
    expect(xml.get(CHART)).toContain('<c:dispBlanksAs val="gap"/>');
  });

  test("has the numbers of a chart in its workbook", () => {
    const workbook = unzipSync(deck)[WORKBOOK];
    expect(workbook && [...numbersIn(workbook)]).toEqual([
      ["B2", 3.25],
      ["B4", 0],
      ["C5", 2],
    ]);
  });

  test("draws what is unfinished apart from the line of a chart", () => {
    const [line, open] = (xml.get(CHART) ?? "").split("</c:ser>");
    expect(line).toContain('<c:symbol val="none"/>');
    expect(open).toMatch(/<a:ln><a:noFill\/><\/a:ln>.*<c:symbol val="circle"\/>/s);
  });

  test("has the names of lines and periods in their places in a chart", () => {
    expect(xml.get(CHART)).toContain(`<c:v>${TREND.labels[3]}</c:v>`);
    expect(xml.get(CHART)).toContain("<c:v>实际 &amp; 计</c:v>");
  });
  const linksOf = (of: Uint8Array) => relationsOf(of).flatMap(({ isOutside, target }) => (isOutside ? [target] : []));

  test("has links to files beside it where the address of the site is not known", () => {
    expect(linksOf(deck)).toEqual(["metrics/wait/index.html#wait-trend", "index.html"]);
  });

  test("has links to the site where its address is known", async () => {
    const root = "https://x.example/snapshots/2026Q3/v1/";
    expect(linksOf(await deckOf({ ...TINY_REVIEW, root }, template))).toEqual([`${root}metrics/wait/#wait-trend`, root]);
  });
});
