import { escape as escaped } from "html-escaper";
import type { Box } from "../frame.ts";
import { elementsIn, type Package, relatedTo, textOfPart } from "../opc.ts";

/** English metric units in an inch. */
const EMU = 914_400;

/** A placeholder of a layout, with what it has from its master. */
export interface Placeholder {
  /** `title`, `ctrTitle`, `body`, `dt`, `ftr`, `sldNum` …; `obj` where it says nothing. */
  type: string;
  /** What a slide writes to fill it: its attributes. */
  attributes: string;
  name: string;
  /** Null where neither layout nor master says. */
  box: Box | null;
  /** Size of its type, in points. */
  size: number;
  text: string;
}

/** A layout of a template. */
export interface Layout {
  path: string;
  name: string;
  /** `title`, `titleOnly`, `obj` …; "" for one that a person drew. */
  type: string;
  placeholders: readonly Placeholder[];
  /** Placeholders of its master. */
  master: readonly Placeholder[];
}

/** The type of which a master has a placeholder for one of a layout. */
const MASTER_TYPES: Readonly<Record<string, string>> = { ctrTitle: "title", title: "title", dt: "dt", ftr: "ftr", sldNum: "sldNum" };
const masterType = (type: string): string => MASTER_TYPES[type] ?? "body";

const SIZE = 18;

const inside = (element: Element | undefined, name: string): Element | undefined => element?.getElementsByTagName(name)[0];
const inches = (element: Element, name: string): number => Number(element.getAttribute(name)) / EMU;

function boxOf(shape: Element): Box | null {
  const frame = inside(shape, "a:xfrm");
  const [offset, extent] = [inside(frame, "a:off"), inside(frame, "a:ext")];
  return offset && extent ? { x: inches(offset, "x"), y: inches(offset, "y"), w: inches(extent, "cx"), h: inches(extent, "cy") } : null;
}

/** Size of the first level of a list of styles, in points. */
function sizeIn(styles: Element | undefined): number | undefined {
  const size = inside(inside(styles, "a:lvl1pPr"), "a:defRPr")?.getAttribute("sz");
  return size ? Number(size) / 100 : undefined;
}

const attributesOf = (element: Element): string =>
  [...element.attributes]
    .filter(({ name }) => name !== "hasCustomPrompt")
    .map(({ name, value }) => ` ${name}="${escaped(value)}"`)
    .join("");

const textIn = (shape: Element): string =>
  [...shape.getElementsByTagName("a:r")].map((run) => inside(run, "a:t")?.textContent ?? "").join("");

/** The placeholders of a master or a layout; what it leaves open, `general` says. */
function placeholdersIn(xml: string, general: (type: string) => Partial<Placeholder>): Placeholder[] {
  return elementsIn(xml, "p:sp").flatMap((shape): Placeholder[] => {
    const mark = inside(shape, "p:ph");
    if (!mark) return [];
    const type = mark.getAttribute("type") ?? "obj";
    const { box = null, size = SIZE } = general(type);
    return [
      {
        ...{ type, attributes: attributesOf(mark), name: inside(shape, "p:cNvPr")?.getAttribute("name") ?? "", text: textIn(shape) },
        ...{ box: boxOf(shape) ?? box, size: sizeIn(inside(shape, "a:lstStyle")) ?? size },
      },
    ];
  });
}

function masterPlaceholders(xml: string): Placeholder[] {
  const [title, body] = ["p:titleStyle", "p:bodyStyle"].map((name) => sizeIn(elementsIn(xml, name)[0]) ?? SIZE);
  return placeholdersIn(xml, (type) => ({ size: (masterType(type) === "title" ? title : body) as number }));
}

/** The layouts of a template, a master's after the other's, as their makers ordered them. */
export function layoutsOf(parts: Package, main: string): Layout[] {
  return relatedTo(parts, main, "slideMaster").flatMap((path) => {
    const master = masterPlaceholders(textOfPart(parts, path));
    return relatedTo(parts, path, "slideLayout").map((layout): Layout => {
      const xml = textOfPart(parts, layout);
      const placeholders = placeholdersIn(xml, (type) => master.find((each) => each.type === masterType(type)) ?? {});
      const [root, named] = [elementsIn(xml, "p:sldLayout")[0], elementsIn(xml, "p:cSld")[0]];
      return { path: layout, name: named?.getAttribute("name") ?? "", type: root?.getAttribute("type") ?? "", placeholders, master };
    });
  });
}

const isTitle = ({ type }: Placeholder): boolean => masterType(type) === "title";

/** The placeholder of a layout in which the title of its slides stands. */
export const titleOf = ({ placeholders }: Layout): Placeholder | undefined => placeholders.find(isTitle);
