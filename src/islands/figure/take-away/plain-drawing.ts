import { svgElement } from "../../../charts/parts/element.ts";

/** Looks that an element takes from the one around it. */
const INHERITED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

type Look = Record<(typeof INHERITED)[number], string>;

/** What says where and how large things are; all else that drawings carry is for the page. */
const SHAPE = ["d", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "transform"];

const HALF = 600;

/** `#rrggbb` of a colour as browsers compute it: `rgb(…)`; `none` where nothing is painted. */
function hex(colour: string): string {
  const [r, g, b, alpha = "1"] = colour.match(/[\d.]+/g) ?? [];
  if (r === undefined || g === undefined || b === undefined || Number(alpha) === 0) return "none";
  return `#${[r, g, b].map((channel) => Math.round(Number(channel)).toString(16).padStart(2, "0")).join("")}`;
}

/** A computed value as an attribute: without units, weights that every program knows. */
function plain(name: keyof Look, value: string): string {
  if (name === "fill" || name === "stroke") return hex(value);
  if (name === "font-weight") return Number(value) >= HALF ? "bold" : "normal";
  return value.replaceAll("px", "").replaceAll(",", "").replaceAll(/ +/g, " ");
}

const lookOf = (style: CSSStyleDeclaration): Look =>
  Object.fromEntries(INHERITED.map((name) => [name, plain(name, style.getPropertyValue(name))])) as Look;

/** Sizes given in the font's are units of the drawing. */
const absolute = (value: string, { "font-size": size }: Look): string =>
  value.endsWith("em") ? String(Number((Number.parseFloat(value) * Number(size)).toFixed(2))) : value;

function shapeOf(element: Element, look: Look): Record<string, string> {
  const given = SHAPE.filter((name) => element.hasAttribute(name));
  return Object.fromEntries(given.map((name) => [name, absolute(element.getAttribute(name) ?? "", look)]));
}

/** What of a look the one around does not already say. */
const differing = (look: Look, around: Look | null): Record<string, string> =>
  Object.fromEntries(INHERITED.filter((name) => look[name] !== around?.[name]).map((name) => [name, look[name]]));

function copyOf(element: Element, around: Look): SVGElement[] {
  const style = getComputedStyle(element);
  if (style.display === "none" || element.localName === "desc") return [];
  const look = lookOf(style);
  const opacity: Record<string, string> = style.opacity === "1" ? {} : { opacity: style.opacity };
  const copy = (own: Look) => {
    const made = svgElement(document, element.localName, { ...shapeOf(element, own), ...differing(own, around), ...opacity });
    for (const node of element.childNodes) made.append(...(node instanceof Element ? copyOf(node, own) : [node.cloneNode()]));
    return made;
  };
  // few programs paint a text's stroke below its fill, so its halo is a text of its own
  if (element.localName !== "text" || look.stroke === "none") return [copy(look)];
  return [copy({ ...look, fill: look.stroke }), copy({ ...look, stroke: "none" })];
}

/** What a chart draws, with every look as an attribute, as programs read it that know no style sheets. */
export function plainDrawing(chart: SVGElement): SVGElement {
  const look = lookOf(getComputedStyle(chart));
  const drawing = svgElement(document, "g", differing(look, null));
  for (const child of chart.children) drawing.append(...copyOf(child, look));
  return drawing;
}
