import { dot } from "@observablehq/plot";
import { type ChartOptions, drawNothing } from "./drawing.ts";
import { rounded, svgElement } from "./parts/element.ts";
import { ownMark } from "./parts/frame.ts";
import { type Label, writeLabels } from "./parts/label.ts";
import { LINE_HEIGHT, textWidth, truncate } from "./parts/measure.ts";
import { classes, type Selectable, selectable, selectedClass } from "./parts/selected.ts";
import { type PlacedNode, TO_TEXT, treeLayout } from "./parts/tree-layout.ts";
import { type Owned, TO_NEXT, type TreeLink, treeLinks } from "./parts/tree-links.ts";
import { drawChart } from "./plotted.ts";
import { isNarrow, WIDE } from "./widths.ts";

/** A node of the tree: its name, below it what it is worth and whose it is, then what is wrong with it, a line each. */
export interface TreeNode extends Owned, Selectable {
  /** Whether its dot is full or hollow; grey where that is not known yet. */
  isMet: boolean | null;
}

export interface TreeOptions extends ChartOptions {
  /** Names of the levels from the root's on; heads of the columns. */
  levels: readonly string[];
  links: readonly TreeLink[];
}

type Placed = PlacedNode<TreeNode>;

const DOT = 4.5;
const HEAD = LINE_HEIGHT + 8;

/** A tree from left to right with links across its branches; on little width a list, in which links are named in words. */
export function treeChart(nodes: readonly TreeNode[], options: TreeOptions): SVGElement {
  if (nodes.length === 0) return drawNothing("tree", options);
  const { width = WIDE, levels } = options;
  const isList = isNarrow(width);
  const named = isList ? namedLinks(nodes, options.links) : new Map<string, string[]>();
  const linesBelow = (id: string) => 1 + (named.get(id)?.length ?? 0);
  const { placed, columns, height } = treeLayout(nodes, { width, head: isList ? 0 : HEAD, isList, linesBelow });
  const known = placed.filter(({ node }) => node.isMet !== null);
  const dots = (shown: readonly Placed[], className: string) =>
    dot(shown, { className, x: "x", y: "y", r: DOT, ...selectable(shown.map(({ node }) => node)) });
  return drawChart("tree", options, {
    height,
    hits: () => placed.map(({ key, box }) => ({ key, ...box })),
    marks: [
      branches(placed, isList),
      isList ? null : treeLinks(placed, options.links),
      dots(
        known.filter(({ node }) => node.isMet),
        "dot",
      ),
      dots(
        known.filter(({ node }) => !node.isMet),
        "dot hollow",
      ),
      dots(
        placed.filter(({ node }) => node.isMet === null),
        "dot other",
      ),
      writeLabels([
        ...(isList ? [] : columns.map((x, level) => headLabel(x, levels[level] ?? ""))),
        ...placed.flatMap((each) => textOf(each, named.get(each.node.id) ?? [])),
      ]),
    ],
  });
}

const headLabel = (x: number, text: string): Label => ({ x, y: LINE_HEIGHT / 2, text, className: "muted", anchor: "start" });

/** Whose each node is linked with, named where links are not drawn. */
function namedLinks(nodes: readonly TreeNode[], links: readonly TreeLink[]): Map<string, string[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const line = (sign: string, id: string) => `${sign} ${byId.get(id)?.owner ?? ""}`;
  const drawn = links.filter(({ from, to }) => byId.has(from) && byId.has(to));
  const lines = drawn.flatMap(({ from, to, isOneSided }) =>
    isOneSided
      ? [{ id: from, text: line("→", to) }]
      : [
          { id: from, text: line("↔", to) },
          { id: to, text: line("↔", from) },
        ],
  );
  return new Map([...Map.groupBy(lines, ({ id }) => id)].map(([id, of]) => [id, of.map(({ text }) => text)]));
}

/** Name, value and owner, links, remarks. */
function textOf({ node, x, y, lines, textEnd }: Placed, links: readonly string[]): Label[] {
  const left = x + TO_TEXT;
  const at = (line: number) => ({ y: y + line * LINE_HEIGHT, anchor: "start" as const });
  const ownerX = left + textWidth(node.value) + TO_NEXT;
  const selected = selectedClass(node);
  return [
    ...lines.map((text, line) => ({ ...at(line), x: left, text, className: classes("halo", selected) })),
    { ...at(lines.length), x: left, text: node.value, className: classes("strong", selected) },
    { ...at(lines.length), x: ownerX, text: truncate(node.owner, textEnd - ownerX), className: classes("muted", selected) },
    ...[...links, ...node.remarks].map((text, line) => ({
      ...at(lines.length + 1 + line),
      x: left,
      text: truncate(text, textEnd - left),
      className: classes(line < links.length ? "muted" : "worse", selected),
    })),
  ];
}

/** A line from each parent to each of its children. */
const branches = (placed: readonly Placed[], isList: boolean) =>
  ownMark(({ document }) => {
    const group = svgElement(document, "g", { class: "baseline", fill: "none" });
    for (const { parent, x, y } of placed) {
      if (!parent) continue;
      const text = parent.x + TO_TEXT + textWidth(parent.lines[0] ?? "") + TO_NEXT;
      const spine = parent.box.x + parent.box.width - TO_TEXT;
      const start = isList
        ? `M${rounded(parent.x)},${rounded(parent.y + DOT + 2)}`
        : `M${rounded(text)},${rounded(parent.y)}H${rounded(spine)}`;
      group.append(svgElement(document, "path", { d: `${start}V${rounded(y)}H${rounded(x - DOT - 2)}` }));
    }
    return group;
  });
