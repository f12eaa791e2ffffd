import type { Box, Size } from "../frame.ts";
import { type Layout, type Placeholder, titleOf } from "./layouts.ts";

const FOOTERS = ["dt", "ftr", "sldNum"];
/** Of the height of a slide, what stays free around content, and at the foot of a slide without footers. */
const [GAP, MARGIN] = [0.012, 0.06];
/** How far within its placeholder text begins, in inches: what is drawn stands beneath the text of the title. */
const INSET = 0.1;

const bottomOf = ({ y, h }: Box): number => y + h;
const sizeOf = ({ w, h }: Box): number => w * h;

const boxesOf = (placeholders: readonly Placeholder[], types: readonly string[]): Box[] =>
  placeholders.flatMap(({ type, box }) => (types.includes(type) && box ? [box] : []));

const isOver = (one: Box, other: Box): boolean =>
  one.x < other.x + other.w && other.x < one.x + one.w && one.y < bottomOf(other) && other.y < bottomOf(one);

/** What is left of an area above or beneath what lies in it. */
function besides(area: Box, taken: Box): Box {
  if (!isOver(area, taken)) return area;
  const isAbove = taken.y + taken.h / 2 < area.y + area.h / 2;
  return isAbove ? { ...area, y: bottomOf(taken), h: bottomOf(area) - bottomOf(taken) } : { ...area, h: taken.y - area.y };
}

/** Of the height of a slide, what a placeholder has at least that is for content, and not for a line beneath the title. */
const CONTENT = 0.25;

/** What a layout leaves to content: where its own is, else from the foot of its title to its footers. */
export function freeArea(layout: Layout, slide: Size): Box {
  const { placeholders, master } = layout;
  const title = titleOf(layout)?.box ?? { x: 0, y: 0, w: slide.width, h: 0 };
  const footers = boxesOf(placeholders, FOOTERS);
  const bodies = boxesOf(placeholders, ["obj", "body"]).sort((a, b) => sizeOf(b) - sizeOf(a));
  const own = bodies.find(({ h }) => h >= slide.height * CONTENT);
  const [general] = boxesOf(master, ["body"]);
  const { x, w } = general ?? title;
  const y = bottomOf(title) + GAP * slide.height;
  const under = footers.filter((footer) => footer.y > slide.height / 2).map((footer) => footer.y - GAP * slide.height);
  const bottom = under.length > 0 ? Math.min(...under) : general ? bottomOf(general) : slide.height * (1 - MARGIN);
  const taken = [title, ...footers, ...bodies.filter((body) => body !== own)];
  const area = taken.reduce(besides, own ?? { x, y, w, h: bottom - y });
  return { ...area, x: area.x + INSET, w: area.w - 2 * INSET };
}
