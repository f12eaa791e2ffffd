import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OLE, startsWith } from "../../read/file-kind.ts";
import type { Box, Size } from "../frame.ts";
import { elementsIn, openPackage, type Package, relatedTo, textOfPart, WHOLE } from "../opc.ts";
import { contentLayout, coverLayout } from "./choose-layouts.ts";
import { type Layout, layoutsOf } from "./layouts.ts";
import { POWERPOINT, refused, SAVE } from "./refused.ts";

/** A company's template, and what of it a deck uses. */
export interface Template {
  /** Its path in the data folder. */
  file: string;
  parts: Package;
  /** Path of its presentation. */
  main: string;
  slide: Size;
  /** The layout of the first slide, which bears the title of the deck. */
  cover: Layout;
  /** The layout of all others. */
  content: Layout;
  /** What that leaves to their content. */
  area: Box;
}

const PRESENTATION = /presentationml\.(?:presentation|template|slideshow)\.main\+xml$/;
/** Names of the strict edition of the standard, in which slides cannot be drawn. */
const STRICT = "purl.oclc.org/ooxml";
function opened(file: string, bytes: Buffer): Package {
  if (startsWith(bytes, OLE)) {
    const found = {
      zh: "有密码的文件，或旧版演示文稿（.ppt）",
      en: "a file with a password, or a presentation of an old PowerPoint (.ppt)",
    };
    throw refused(file, found, POWERPOINT, { zh: `${SAVE.zh}，不设密码`, en: `${SAVE.en}, without a password` });
  }
  try {
    return openPackage(bytes);
  } catch {
    throw refused(file, { zh: "不是完整的 zip 文件", en: "no whole zip, as every .potx is" });
  }
}

/** Path of the presentation in a package. */
function mainOf(file: string, parts: Package): string {
  const [main = ""] = relatedTo(parts, WHOLE, "officeDocument");
  const type = parts.get(main)?.type ?? "";
  if (/macroEnabled/i.test(type)) {
    const remedy = { zh: "另存为不含宏的 .potx", en: "save it as .potx, without macros" };
    throw refused(file, { zh: "含宏的文件", en: "a file with macros" }, POWERPOINT, remedy);
  }
  const text = textOfPart(parts, main);
  if (text.includes(STRICT)) throw refused(file, { zh: "“严格 Open XML”格式的文件", en: "a file in Strict Open XML" });
  if (!PRESENTATION.test(type) || !text.includes("<p:presentation "))
    throw refused(file, { zh: "不含演示文稿的文件", en: "a file without a presentation in it" });
  return main;
}

const EMU = 914_400;

function sizeOf(presentation: string): Size {
  const [size] = elementsIn(presentation, "p:sldSz");
  const inches = (name: string, usual: number) => Number(size?.getAttribute(name) ?? usual * EMU) / EMU;
  return { width: inches("cx", 10), height: inches("cy", 7.5) };
}

/** Reads a template of a data folder by its path there. Throws a DataError that says why it cannot be used. */
export function readTemplate(dataDir: string, file: string): Template {
  const parts = opened(file, readFileSync(join(dataDir, file)));
  const main = mainOf(file, parts);
  const layouts = layoutsOf(parts, main);
  const slide = sizeOf(textOfPart(parts, main));
  return { file, parts, main, slide, cover: coverLayout(file, layouts), ...contentLayout(file, layouts, slide) };
}
