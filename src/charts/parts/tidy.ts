import { rounded } from "./element.ts";

/** What Plot says for its own style sheet; ours is `charts.css`. It says it of the drawing and of its groups. */
const DROPPED = ["aria-label", "aria-hidden", "font-variant", "font-family", "font-size", "style"];

const COORDINATES: Readonly<Record<string, readonly string[]>> = {
  path: ["d", "transform"],
  rect: ["x", "y", "width", "height"],
  line: ["x1", "x2", "y1", "y2"],
  circle: ["cx", "cy"],
  text: ["x", "y", "transform"],
  tspan: ["x", "y"],
  g: ["transform"],
  svg: ["width", "height"],
};

const round = (text: string) => text.replace(/-?\d+\.\d{2,}(?:e-?\d+)?/g, (number) => String(rounded(Number(number))));

/** `known` holds what has been rounded before: plots side by side have many coordinates in common. */
function roundCoordinates(element: Element, known: Map<string, string>): void {
  for (const name of COORDINATES[element.localName] ?? []) {
    const value = element.getAttribute(name);
    if (!value?.includes(".")) continue;
    const short = known.get(value) ?? round(value);
    known.set(value, short);
    if (short !== value) element.setAttribute(name, short);
  }
}

function dropStyles(element: Element): void {
  for (const name of DROPPED) element.removeAttribute(name);
}

/** Takes back the half pixel by which Plot moves marks on coarse screens, so that a drawing is the same everywhere. */
function settle(mark: Element): void {
  const transform = mark.getAttribute("transform")?.replace(/-?\d+\.5\b/g, (number) => String(Math.floor(Number(number))));
  if (transform === "translate(0,0)") mark.removeAttribute("transform");
  else if (transform) mark.setAttribute("transform", transform);
}

/** Leaves of Plot's drawing only what a strict page allows: no style, no random names, coordinates to one decimal. */
export function tidy(svg: Element): void {
  const known = new Map<string, string>();
  svg.querySelector("style")?.remove();
  for (const mark of svg.children) settle(mark);
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    roundCoordinates(element, known);
    if (element === svg || element.firstElementChild || element.localName === "g") dropStyles(element);
  }
}
