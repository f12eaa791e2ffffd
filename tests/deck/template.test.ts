import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { deckOf } from "../../scripts/deck/deck-of.ts";
import { readTemplate, type Template } from "../../scripts/deck/template/read-template.ts";
import { CHINESE, companyTemplate, readCompanyTemplate, type TemplateOptions } from "./company-template.ts";
import { partsOf, relationsOf, xmlOf } from "./opened.ts";
import { TINY_REVIEW } from "./tiny-review.ts";

const EMU = 914_400;

describe("a deck on a template", () => {
  let template: Template;
  let deck: Uint8Array;
  let xml: Map<string, string>;

  beforeAll(async () => {
    template = readCompanyTemplate();
    deck = await deckOf(TINY_REVIEW, template);
    xml = xmlOf(deck);
  });

  const slideXml = (slide: number) => xml.get(`ppt/slides/slide${slide}.xml`) ?? "";
  const layoutOf = (slide: number) =>
    relationsOf(deck).find(({ from, target }) => from === `ppt/slides/slide${slide}.xml` && target.includes("slideLayout"))?.target ?? "";

  test("begins with a cover on the layout for titles, and has all others on that for titles alone", () => {
    expect([1, 2, 3].map((slide) => /type="(\w+)"/.exec(xml.get(layoutOf(slide)) ?? "")?.[1])).toEqual(["title", "titleOnly", "titleOnly"]);
    expect(slideXml(1)).toMatch(/type="ctrTitle".*协同评审：2026 Q3.*type="subTitle".*甲 &amp; 乙 &lt;公司&gt;/s);
  });

  test("leaves place and type of titles to the layout", () => {
    const [title = ""] = /<p:sp>.*?<\/p:sp>/s.exec(slideXml(2)) ?? [];
    expect(title).toContain('type="title"');
    expect(title).toContain("<p:spPr/>");
    expect(title).not.toMatch(/<a:latin| sz=| b="/);
  });

  test("shrinks titles that are too long for their placeholder, all alike", async () => {
    const [first, ...others] = TINY_REVIEW.slides;
    const long = {
      ...TINY_REVIEW,
      slides: [{ ...first, title: "很长的标题，".repeat(12) } as typeof first, ...others],
    } as typeof TINY_REVIEW;
    const slides = [...xmlOf(await deckOf(long, template))].filter(([path]) => /slides\/slide[23]\.xml$/.test(path));
    const scales = slides.map(([, text]) => Number(/<a:normAutofit fontScale="(\d+)"/.exec(text)?.[1]));
    expect(scales[0]).toBeLessThan(100_000);
    expect(scales[1]).toBe(scales[0]);
    expect(slideXml(2)).toContain("<a:normAutofit/>");
  });

  test("has what it draws between the title and the foot of the layout", () => {
    const { x, y, w, h } = template.area;
    const places = [2, 3].flatMap((slide) => [
      ...slideXml(slide).matchAll(/<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g),
    ]);
    const boxes = places.map(([, ...numbers]) => numbers.map((number) => Number(number) / EMU)).filter(([, , wide]) => wide);
    expect(boxes.length).toBeGreaterThan(4);
    const isOutside = ([left = 0, top = 0, wide = 0, high = 0]: number[]) =>
      left < x - 0.01 || top < y - 0.01 || left + wide > x + w + 0.01 || top + high > y + h + 0.01;
    expect(boxes.filter(isOutside)).toEqual([]);
  });

  test("fills the foot of the layout: the day, its own words, the number", () => {
    expect(slideXml(2)).toMatch(/type="dt".*2026-10-18.*type="ftr".*内部资料.*type="sldNum".*type="slidenum".*<a:t>2</s);
  });

  test("is a presentation with the master and the logo, without the slides of the template and what they alone had", () => {
    expect(xml.get("[Content_Types].xml")).toContain("presentationml.presentation.main+xml");
    expect(xml.get("ppt/presentation.xml")).not.toContain("sectionLst");
    const parts = partsOf(deck);
    expect(parts).toContain("ppt/media/logo.png");
    expect(parts.filter((path) => /photo|viewProps|slideLayout5/.test(path))).toEqual([]);
    expect(parts.filter((path) => path.startsWith("ppt/slideLayouts/slideLayout"))).toHaveLength(Object.keys(CHINESE).length);
  });

  test("has colours and faces of the theme alone", () => {
    for (const path of ["ppt/charts/chart1.xml", "ppt/slides/slide2.xml", "ppt/slides/slide3.xml"]) {
      expect(xml.get(path), path).toContain("<a:schemeClr");
      expect(xml.get(path), path).not.toMatch(/<a:srgbClr|typeface="(?!\+m)/);
    }
  });

  test("has notes on the notes master of the template; without one, with the theme of its slides", async () => {
    const masterOf = (of: Uint8Array) =>
      relationsOf(of).find(({ from, target }) => from.includes("notesSlide1") && target.includes("Master"));
    expect(masterOf(deck)?.target).toBe("ppt/notesMasters/notesMaster9.xml");
    const other = await deckOf(TINY_REVIEW, readCompanyTemplate({ hasNotes: false }));
    expect(masterOf(other)?.target).toBe("ppt/notesMasters/notesMaster1.xml");
    expect(xmlOf(other).get("ppt/theme/notesTheme.xml")).toContain("公司主题");
  });

  test("has the size of the template, and text to scale", async () => {
    const small = xmlOf(await deckOf(TINY_REVIEW, readCompanyTemplate({ size: [10, 5.625] })));
    expect(small.get("ppt/presentation.xml")).toContain('<p:sldSz cx="9144000" cy="5143500"/>');
    expect(slideXml(3)).toContain('sz="1400"');
    expect(small.get("ppt/slides/slide3.xml")).toContain('sz="1050"');
  });
});

const COVER = { 封面: { type: "title", placeholders: [["title"]] } } as const;
const FOOT = [["dt"], ["ftr"]] as const;

test.each<[string, TemplateOptions["layouts"], string, string]>([
  [
    "English names",
    {
      Cover: { placeholders: [["title"]] },
      "Title Slide": { placeholders: [["ctrTitle"]] },
      "1_Title Only": { placeholders: [["title"], ...FOOT] },
    },
    "Title Slide",
    "1_Title Only",
  ],
  [
    "types under other names",
    { 封面: { type: "title", placeholders: [["ctrTitle"]] }, 正文: { type: "titleOnly", placeholders: [["title"]] } },
    "封面",
    "正文",
  ],
  [
    "content beside the title where none has a title alone",
    { 封面: { type: "title", placeholders: [["title"]] }, 标题和内容: { placeholders: [["title"], ["obj"]] } },
    "封面",
    "标题和内容",
  ],
  [
    "a second one where the first has no title",
    { 空: { type: "title", placeholders: [] }, 标题幻灯片: { placeholders: [["title"]] }, 仅标题: { placeholders: [["title"]] } },
    "标题幻灯片",
    "仅标题",
  ],
])("readTemplate(…) finds layouts by %s", (_, layouts = {}, cover, content) => {
  const template = readCompanyTemplate({ layouts });
  expect([template.cover.name, template.content.name]).toEqual([cover, content]);
});

test("readTemplate(…) leaves to content what the placeholder for it has, and else what is between title and foot, beneath a line of text", () => {
  const { area, content } = readCompanyTemplate({
    layouts: {
      封面: { type: "title", placeholders: [["title"]] },
      标题和内容: { placeholders: [["title"], ["obj", [0.2, 0.3, 0.6, 0.5]]] },
    },
  });
  expect(content.name).toBe("标题和内容");
  expect(area.x).toBeCloseTo(0.2 * 13.333 + 0.1, 2);
  expect(area.h).toBeCloseTo(0.5 * 7.5, 2);
  const between = readCompanyTemplate().area;
  const line = readCompanyTemplate({
    layouts: {
      ...COVER,
      仅标题: {
        placeholders: [["title"], ["body", [0.07, 0.22, 0.8, 0.08]]],
      },
    },
  });
  expect(line.area.y).toBeCloseTo(0.3 * 7.5, 2);
  expect(between.y).toBeGreaterThan(0.21 * 7.5);
  expect(between.y + between.h).toBeLessThan(0.92 * 7.5);
});

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const withoutTypes = () => {
  const { "[Content_Types].xml": _, ...parts } = unzipSync(companyTemplate());
  return zipSync(parts);
};

test.each<[string, Uint8Array, RegExp]>([
  [
    "a password, or a .ppt",
    OLE,
    /应为 PowerPoint 模板（\.potx）.*旧版演示文稿（\.ppt）.*found a file with a password, or a presentation of an old PowerPoint/s,
  ],
  ["text", strToU8("标题"), /不是完整的 zip 文件.*found no whole zip/s],
  ["the half of a template", companyTemplate().subarray(0, 2_000), /no whole zip/],
  ["macros", companyTemplate({ kind: "template.macroEnabled.main+xml" }), /含宏的文件.*a file with macros.*without macros/s],
  ["a workbook", companyTemplate({ kind: "sheet.main+xml" }), /不含演示文稿的文件.*a file without a presentation in it/s],
  ["no content types", withoutTypes(), /a file without a presentation in it/],
  [
    "no layout for a cover",
    companyTemplate({ layouts: { 仅标题: { placeholders: [["title"]] } } }),
    /版式“标题幻灯片”，实为 版式 仅标题.*layout “Title Slide” with a placeholder for the title, found the layouts 仅标题/s,
  ],
  [
    "no title on its layouts",
    companyTemplate({ layouts: { ...COVER, 仅标题: { type: "titleOnly", placeholders: [["body"]] } } }),
    /版式“仅标题”或“标题和内容”，实为 版式 封面、仅标题（无标题占位符）.*found the layouts 封面, 仅标题 \(no title\)/s,
  ],
  [
    "no room",
    companyTemplate({ layouts: { ...COVER, 仅标题: { placeholders: [["title", [0, 0, 1, 0.7]], ...FOOT] } } }),
    /“仅标题”只留出 11\.3 × 1\.\d 英寸.*at least 6\.7 × 3\.0 inches/s,
  ],
])("a template with %s is refused by name", (_, bytes, message) => {
  const folder = mkdtempSync(join(tmpdir(), "tandem-template-"));
  writeFileSync(join(folder, "company.potx"), bytes);
  expect(() => readTemplate(folder, "company.potx")).toThrow(message);
  expect(() => readTemplate(folder, "company.potx")).toThrow(/模板不能用 · the template cannot be used: company\.potx/);
});
