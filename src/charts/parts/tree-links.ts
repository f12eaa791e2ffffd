import type { RenderFunction } from "@observablehq/plot";
import { rounded, svgElement } from "./element.ts";
import { ownMark } from "./frame.ts";
import { LINE_HEIGHT, textWidth } from "./measure.ts";
import { BETWEEN, type Placeable, type PlacedNode, TO_TEXT } from "./tree-layout.ts";

/** Two nodes that belong together across the branches of a tree. */
export interface TreeLink {
  from: string;
  to: string;
  /** Only `from` knows of it. */
  isOneSided: boolean;
}

/** A node whose second line says what it is worth and whose it is. */
export interface Owned extends Placeable {
  owner: string;
  value: string;
}

type Placed = PlacedNode<Owned>;

/** From a text to what follows it on its line. */
export const TO_NEXT = 6;
/** From one vertical line to the next, and how many have room between two columns. */
const LANE = 4;
const LANES = Math.floor((BETWEEN - TO_TEXT - 2 * TO_NEXT) / LANE);
const RADIUS = 5;
/** Where links of the same node meet it, from the middle of its line. */
const OFFSETS = [0, 4, -4] as const;
const HALF_DOT = 5;

/** A link between nodes that are drawn, the upper one first, and in its lane among those of its column; 0 is the innermost. */
interface Drawn {
  upper: Placed;
  lower: Placed;
  isOneSided: boolean;
  /** The one-sided link ends in the upper node. */
  isUpwards: boolean;
  lane: number;
}

const spanOf = ({ upper, lower }: Pick<Drawn, "upper" | "lower">) => lower.y - upper.y;
const isInColumn = ({ upper, lower }: Pick<Drawn, "upper" | "lower">) => upper.x === lower.x;

/** Short links in the inner lanes, those that do not overlap in the same one. */
function inLanes(placed: readonly Placed[], links: readonly TreeLink[]): Drawn[] {
  const byId = new Map(placed.map((each) => [each.node.id, each]));
  const found = links.flatMap(({ from, to, isOneSided }) => {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (!a || !b) return [];
    return [a.y <= b.y ? { upper: a, lower: b, isOneSided, isUpwards: false } : { upper: b, lower: a, isOneSided, isUpwards: true }];
  });
  const drawn: Drawn[] = [];
  for (const link of found.toSorted((a, b) => spanOf(a) - spanOf(b))) {
    const meets = (other: Drawn) =>
      isInColumn(other) && other.upper.x === link.upper.x && other.upper.y <= link.lower.y && link.upper.y <= other.lower.y;
    const taken = new Set(isInColumn(link) ? drawn.filter(meets).map(({ lane }) => lane) : []);
    drawn.push({ ...link, lane: Array.from({ length: taken.size + 1 }, (_, lane) => lane).find((lane) => !taken.has(lane)) ?? 0 });
  }
  return drawn;
}

/** Where a link meets a node: behind its owner, or before its dot. */
interface End {
  x: number;
  y: number;
  /** 1 where the link comes from the right, -1 from the left. */
  side: 1 | -1;
}

const behind = ({ node, x, y, lines, textEnd }: Placed, offset: number): End => ({
  x: Math.min(x + TO_TEXT + textWidth(node.value) + textWidth(node.owner) + TO_NEXT, textEnd) + TO_NEXT,
  y: y + lines.length * LINE_HEIGHT + offset,
  side: 1,
});

const before = ({ x, y }: Placed, offset: number): End => ({ x: x - HALF_DOT - 3, y: y + HALF_DOT + offset, side: -1 });

/** Beside the texts of a column, with round corners. */
function bracket(upper: End, lower: End, x: number): string {
  const corner = Math.min(RADIUS, (lower.y - upper.y) / 2);
  return [
    `M${at(upper.x, upper.y)}H${rounded(x - corner)}q${at(corner, 0)} ${at(corner, corner)}`,
    `V${rounded(lower.y - corner)}q${at(0, corner)} ${at(-corner, corner)}H${rounded(lower.x)}`,
  ].join("");
}

/** From one column to another. */
function curve(a: End, b: End): string {
  const reach = BETWEEN / 2;
  return `M${at(a.x, a.y)}C${at(a.x + reach * a.side, a.y)} ${at(b.x + reach * b.side, b.y)} ${at(b.x, b.y)}`;
}

/** A small triangle that points at the end. */
const pointAt = ({ x, y, side }: End): string => `M${at(x, y)}l${6 * side},-3v6z`;

const at = (x: number, y: number): string => `${rounded(x)},${rounded(y)}`;

/** Dashes where both nodes know of the link; dots, with a point at the other node, where only one does. */
export function treeLinks(placed: readonly Placed[], links: readonly TreeLink[]): RenderFunction {
  return ownMark(({ document }) => {
    const group = svgElement(document, "g", { fill: "none" });
    const met = new Map<Placed, number>();
    const offsetAt = (node: Placed): number => {
      const count = met.get(node) ?? 0;
      met.set(node, count + 1);
      return OFFSETS[count % OFFSETS.length] ?? 0;
    };
    for (const link of inLanes(placed, links)) {
      const { upper, lower, isOneSided, isUpwards, lane } = link;
      const ends = [upper, lower].map((node) => {
        const other = node === upper ? lower : upper;
        return node.x > other.x ? before(node, offsetAt(node)) : behind(node, offsetAt(node));
      }) as [End, End];
      const d = isInColumn(link) ? bracket(...ends, upper.textEnd + 2 * TO_NEXT + (lane % LANES) * LANE) : curve(...ends);
      group.append(svgElement(document, "path", { class: isOneSided ? "benchmark" : "target", d }));
      if (isOneSided) group.append(svgElement(document, "path", { class: "key", d: pointAt(ends[isUpwards ? 0 : 1]) }));
    }
    return group;
  });
}
