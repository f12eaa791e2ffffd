import { LINE_HEIGHT, wrap } from "./measure.ts";

/** What the layout needs of a node. */
export interface Placeable {
  id: string;
  /** Counts from the root's. */
  level: number;
  /** Id of the node that it hangs from; null, or one that is not given or not on a lower level, for none. */
  parent: string | null;
  name: string;
  remarks: readonly string[];
}

/** A node in its place, in units of the drawing. */
export interface PlacedNode<Node extends Placeable> {
  node: Node;
  /** Its place among the given ones. */
  key: number;
  parent: PlacedNode<Node> | null;
  /** Of its dot. */
  x: number;
  /** Middle of its first line. */
  y: number;
  /** Its name, in as many lines as it takes. */
  lines: string[];
  /** Where its text has to end. */
  textEnd: number;
  /** The box of its row within its column. */
  box: { x: number; y: number; width: number; height: number };
}

export interface TreeLayoutOptions {
  width: number;
  /** Height above the first row. */
  head: number;
  /** One below the other, distinguished by how far they stand in; else each level has a column, in which a first child stands beside its parent. */
  isList: boolean;
  /** Number of lines of a node besides its name and its remarks. */
  linesBelow: (id: string) => number;
}

export interface TreeLayout<Node extends Placeable> {
  placed: PlacedNode<Node>[];
  /** Left ends of the columns; all 0 in a list. */
  columns: number[];
  height: number;
}

/** From a dot to its text, and how far a level of a list stands in. */
export const TO_TEXT = 11;
const INDENT = 18;
const GAP = 14;
/** Right of the text of a column: lines to the next one, and links. */
export const BETWEEN = 40;
/** Most lines of a name. */
const LINES = 3;
/** The first column as a share of the others' width, and what is free right of its text: few links are among roots. */
const FIRST = 0.8;
const AFTER_FIRST = 24;
const DOT = 5;

interface Ordered<Node> {
  node: Node;
  key: number;
  row: number;
  parent: string | null;
}

/** Roots from the upper levels down, each followed by what hangs from it. */
function inOrder<Node extends Placeable>(nodes: readonly Node[], isList: boolean): Ordered<Node>[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = ({ parent, level }: Node) => {
    const above = parent === null ? undefined : byId.get(parent);
    return above && above.level < level ? above.id : null;
  };
  const childrenOf = Map.groupBy(
    nodes.map((node, key) => ({ node, key, parent: parentOf(node) })),
    ({ parent }) => parent,
  );
  const ordered: Ordered<Node>[] = [];
  let row = -1;
  const visit = (at: Omit<Ordered<Node>, "row">, isBeside: boolean) => {
    if (!isBeside) row += 1;
    ordered.push({ ...at, row });
    (childrenOf.get(at.node.id) ?? []).forEach((child, place) => {
      visit(child, place === 0 && !isList);
    });
  };
  const roots = (childrenOf.get(null) ?? []).toSorted((a, b) => a.node.level - b.node.level);
  for (const root of roots) visit(root, false);
  return ordered;
}

/** A tree from left to right, or as a list from the top down. */
export function treeLayout<Node extends Placeable>(nodes: readonly Node[], options: TreeLayoutOptions): TreeLayout<Node> {
  const { width, head, isList, linesBelow } = options;
  const levels = 1 + Math.max(0, ...nodes.map(({ level }) => level));
  const columnWidth = width / (levels - 1 + FIRST);
  const columns = Array.from({ length: levels }, (_, level) => (isList || level === 0 ? 0 : (level - 1 + FIRST) * columnWidth));
  const boxOf = (level: number) => ({
    x: columns[level] ?? 0,
    width: isList ? width : (columns[level + 1] ?? width) - (columns[level] ?? 0),
  });
  const dotOf = (level: number) => boxOf(level).x + DOT + (isList ? level * INDENT : 0);
  const textEndOf = (level: number) =>
    boxOf(level).x + boxOf(level).width - (isList ? 0 : level === 0 && levels > 1 ? AFTER_FIRST : BETWEEN);
  const linesOf = ({ name, level }: Node) => wrap(name, textEndOf(level) - dotOf(level) - TO_TEXT, LINES);
  const ordered = inOrder(nodes, isList).map((each) => ({ ...each, lines: linesOf(each.node) }));
  const heightOf = ({ node, lines }: (typeof ordered)[number]) =>
    (lines.length + linesBelow(node.id) + node.remarks.length) * LINE_HEIGHT + GAP;
  const rows = [...Map.groupBy(ordered, ({ row }) => row).values()].map((row) => Math.max(...row.map(heightOf)));
  const tops = rows.map((_, row) => head + rows.slice(0, row).reduce((sum, height) => sum + height, 0));
  const placed = new Map<string, PlacedNode<Node>>();
  for (const { node, key, row, parent, lines } of ordered) {
    const [top, height] = [tops[row] ?? head, rows[row] ?? 0];
    placed.set(node.id, {
      ...{ node, key, lines, parent: parent === null ? null : (placed.get(parent) ?? null) },
      x: dotOf(node.level),
      y: top + GAP / 2 + LINE_HEIGHT / 2,
      textEnd: textEndOf(node.level),
      box: { ...boxOf(node.level), y: top, height },
    });
  }
  return { placed: [...placed.values()], columns, height: head + rows.reduce((sum, height) => sum + height, 0) };
}
