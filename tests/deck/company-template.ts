import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { readTemplate, type Template } from "../../scripts/deck/template/read-template.ts";

/** A template as a company makes it: what of it is out of the ordinary. */
export interface TemplateOptions {
  /** In inches. */
  size?: readonly [width: number, height: number];
  /** Its layouts by their names. */
  layouts?: Readonly<Record<string, LayoutOptions>>;
  /** Content type of its presentation, behind that of all of them. */
  kind?: string;
  hasNotes?: boolean;
}

interface LayoutOptions {
  type?: string;
  placeholders: readonly (readonly [type: string, box?: Box])[];
}

/** Left, top, width and height, of those of the slide. */
type Box = readonly [number, number, number, number];

const FOOT = [["dt"], ["ftr"], ["sldNum"]] as const;

/** The layouts that PowerPoint has in Chinese. */
export const CHINESE: Readonly<Record<string, LayoutOptions>> = {
  标题幻灯片: {
    type: "title",
    placeholders: [
      ["ctrTitle", [0.1, 0.3, 0.8, 0.2]],
      ["subTitle", [0.1, 0.55, 0.8, 0.2]],
    ],
  },
  标题和内容: { type: "obj", placeholders: [["title"], ["obj"], ...FOOT] },
  仅标题: { type: "titleOnly", placeholders: [["title"], ...FOOT] },
  空白: { type: "blank", placeholders: [] },
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main";
const NAMESPACES = `xmlns:a="${DRAWING}" xmlns:r="${OFFICE}" xmlns:p="${SLIDES}"`;
const EMU = 914_400;

/** Where a master has its placeholders, and the index of those that have one. */
const MASTER: Readonly<Record<string, { box: Box; index?: number }>> = {
  title: { box: [0.07, 0.05, 0.72, 0.16] },
  body: { box: [0.07, 0.24, 0.86, 0.64], index: 1 },
  dt: { box: [0.07, 0.92, 0.2, 0.05], index: 10 },
  ftr: { box: [0.3, 0.92, 0.4, 0.05], index: 11 },
  sldNum: { box: [0.83, 0.92, 0.1, 0.05], index: 12 },
};

/** A pixel: the company's logo. */
const LOGO = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const COLOURS = {
  ...{ dk1: "1F2933", lt1: "FFFFFF", dk2: "0B3954", lt2: "EEF2F5", accent1: "00707F", accent2: "C8102E", accent3: "F2A900" },
  ...{ accent4: "6D4C9F", accent5: "3E8E41", accent6: "8C564B", hlink: "00707F", folHlink: "6D4C9F" },
};

const relations = (...of: readonly (readonly [id: string, kind: string, target: string])[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${of.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;

function themeXml(): string {
  const colours = Object.entries(COLOURS).map(([name, colour]) => `<a:${name}><a:srgbClr val="${colour}"/></a:${name}>`);
  const font = (kind: string, face: string) =>
    `<a:${kind}Font><a:latin typeface="${face}"/><a:ea typeface="思源黑体"/><a:cs typeface=""/></a:${kind}Font>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const three = (name: string, each: string) => `<a:${name}>${each.repeat(3)}</a:${name}>`;
  return [
    `${HEAD}<a:theme xmlns:a="${DRAWING}" name="公司主题"><a:themeElements><a:clrScheme name="公司">${colours.join("")}</a:clrScheme>`,
    `<a:fontScheme name="公司">${font("major", "Georgia")}${font("minor", "Verdana")}</a:fontScheme><a:fmtScheme name="公司">`,
    three("fillStyleLst", fill) + three("lnStyleLst", `<a:ln w="9525">${fill}</a:ln>`),
    three("effectStyleLst", "<a:effectStyle><a:effectLst/></a:effectStyle>") + three("bgFillStyleLst", fill),
    "</a:fmtScheme></a:themeElements></a:theme>",
  ].join("");
}

const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

const MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const OF_MASTER = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>";

function styleXml(name: string, size: number, face: string): string {
  const fonts = `<a:latin typeface="+${face}-lt"/><a:ea typeface="+${face}-ea"/>`;
  return `<p:${name}><a:lvl1pPr><a:buNone/><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>${fonts}</a:defRPr></a:lvl1pPr></p:${name}>`;
}

const NUMBER = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld>';

/** The parts of a template whose sizes are given. */
function partsOf({
  size: [width, height] = [13.333, 7.5],
  layouts = CHINESE,
  kind = "template.main+xml",
  hasNotes = true,
}: TemplateOptions) {
  const place = ([x, y, w, h]: Box) => {
    const [left, top, wide, high] = [x * width, y * height, w * width, h * height].map((inches) => Math.round(inches * EMU));
    return `<a:xfrm><a:off x="${left}" y="${top}"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm>`;
  };
  const shape = (type: string, id: number, box: Box | undefined, text = "") => {
    const index = MASTER[type === "obj" ? "body" : type]?.index;
    const mark = `<p:ph${type === "obj" ? "" : ` type="${type}"`}${index === undefined ? "" : ` idx="${index}"`}/>`;
    return [
      `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="占位符 ${type}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${mark}</p:nvPr></p:nvSpPr>`,
      `<p:spPr>${box ? place(box) : ""}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>${type === "sldNum" ? NUMBER : text ? `<a:r><a:rPr lang="zh-CN"/><a:t>${text}</a:t></a:r>` : ""}</a:p></p:txBody></p:sp>`,
    ].join("");
  };
  const picture = (id: string, box: Box) =>
    `<p:pic><p:nvPicPr><p:cNvPr id="99" name="图" descr="公司标志"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
  const named = Object.entries(layouts);
  const layoutXml = (name: string, { type, placeholders }: LayoutOptions) =>
    `${HEAD}<p:sldLayout ${NAMESPACES}${type ? ` type="${type}"` : ""} preserve="1"><p:cSld name="${name}"><p:spTree>${GROUP}${placeholders.map(([each, box], i) => shape(each, i + 2, box, each === "ftr" ? "内部资料" : "")).join("")}</p:spTree></p:cSld>${OF_MASTER}</p:sldLayout>`;
  const masterShapes = Object.entries(MASTER).map(([type, { box }], i) => shape(type, i + 2, box));
  const masterXml = [
    `${HEAD}<p:sldMaster ${NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`,
    `<p:spTree>${GROUP}${masterShapes.join("")}${picture("logo", [0.86, 0.07, 0.07, 0.1])}</p:spTree></p:cSld>${MAP}`,
    `<p:sldLayoutIdLst>${named.map((_, i) => `<p:sldLayoutId id="${2_147_483_649 + i}" r:id="layout${i + 1}"/>`).join("")}</p:sldLayoutIdLst>`,
    `<p:txStyles>${styleXml("titleStyle", 3200, "mj")}${styleXml("bodyStyle", 2000, "mn")}${styleXml("otherStyle", 1800, "mn")}</p:txStyles></p:sldMaster>`,
  ].join("");
  const [cx, cy] = [Math.round(width * EMU), Math.round(height * EMU)];
  const sections =
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="示例" id="{6B29FC40-CA47-1067-B31D-00DD010662DA}"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>';
  const texts = {
    "_rels/.rels": relations(["rId1", "officeDocument", "ppt/presentation.xml"]),
    "ppt/presentation.xml": `${HEAD}<p:presentation ${NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>${hasNotes ? '<p:notesMasterIdLst><p:notesMasterId r:id="rId5"/></p:notesMasterIdLst>' : ""}<p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="${cx}" cy="${cy}"/><p:notesSz cx="6858000" cy="9144000"/>${sections}</p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relations(
      ...[["rId1", "slideMaster", "slideMasters/slideMaster1.xml"] as const, ["rId2", "slide", "slides/slide1.xml"] as const],
      ...[["rId3", "theme", "theme/theme1.xml"] as const, ["rId4", "viewProps", "viewProps.xml"] as const],
      ...(hasNotes ? [["rId5", "notesMaster", "notesMasters/notesMaster9.xml"] as const] : []),
    ),
    "ppt/viewProps.xml": `${HEAD}<p:viewPr ${NAMESPACES}/>`,
    "ppt/theme/theme1.xml": themeXml(),
    "ppt/slideMasters/slideMaster1.xml": masterXml,
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
      ...named.map((_, i) => [`layout${i + 1}`, "slideLayout", `../slideLayouts/slideLayout${i + 1}.xml`] as const),
      ...[["theme", "theme", "../theme/theme1.xml"] as const, ["logo", "image", "../media/logo.png"] as const],
    ),
    ...Object.fromEntries(
      named.flatMap(([name, layout], i) => [
        [`ppt/slideLayouts/slideLayout${i + 1}.xml`, layoutXml(name, layout)],
        [
          `ppt/slideLayouts/_rels/slideLayout${i + 1}.xml.rels`,
          relations(["rId1", "slideMaster", "../slideMasters/slideMaster1.xml"], ["home", "slide", "../slides/slide1.xml"]),
        ],
      ]),
    ),
    "ppt/slides/slide1.xml": `${HEAD}<p:sld ${NAMESPACES}><p:cSld><p:spTree>${GROUP}${picture("photo", [0.2, 0.2, 0.5, 0.5])}</p:spTree></p:cSld>${OF_MASTER}</p:sld>`,
    "ppt/slides/_rels/slide1.xml.rels": relations(
      ["rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"],
      ["photo", "image", "../media/photo.png"],
    ),
    ...(hasNotes && {
      "ppt/notesMasters/notesMaster9.xml": `${HEAD}<p:notesMaster ${NAMESPACES}><p:cSld><p:spTree>${GROUP}</p:spTree></p:cSld>${MAP}</p:notesMaster>`,
      "ppt/notesMasters/_rels/notesMaster9.xml.rels": relations(["rId1", "theme", "../theme/theme2.xml"]),
      "ppt/theme/theme2.xml": themeXml(),
    }),
  };
  const KINDS = { slideMasters: "slideMaster", slideLayouts: "slideLayout", slides: "slide", notesMasters: "notesMaster" } as const;
  const typeOf = (path: string): string => {
    const folder = path.split("/")[1] ?? "";
    if (path === "ppt/presentation.xml") return `presentationml.${kind}`;
    if (folder === "theme") return "theme+xml";
    return `presentationml.${KINDS[folder as keyof typeof KINDS] ?? "viewProps"}+xml`;
  };
  const overrides = Object.keys(texts)
    .filter((path) => !path.endsWith(".rels"))
    .map((path) => `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${typeOf(path)}"/>`);
  const types = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="PNG" ContentType="image/png"/>${overrides.join("")}</Types>`;
  return { "[Content_Types].xml": types, ...texts };
}

/** A template with a logo on its master, an example slide with a picture, and sections. */
export function companyTemplate(options: TemplateOptions = {}): Uint8Array {
  const texts = Object.entries(partsOf(options)).map(([path, text]): [string, Uint8Array] => [path, strToU8(text)]);
  return zipSync({ ...Object.fromEntries(texts), "ppt/media/logo.png": LOGO, "ppt/media/photo.png": LOGO }, { level: 1 });
}

/** A template written into a folder and read from there. */
export function readCompanyTemplate(options: TemplateOptions = {}): Template {
  const folder = mkdtempSync(join(tmpdir(), "tandem-template-"));
  writeFileSync(join(folder, "company.potx"), companyTemplate(options));
  return readTemplate(folder, "company.potx");
}
