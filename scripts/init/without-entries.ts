import { isMap, isNode, isSeq, type Pair, parseDocument } from "yaml";

/** An entry that is to be commented out, and why. */
export interface Out {
  /** Of the table. */
  id: string;
  why: string;
  /** Which of the sources of the table it is, where there is a list of them; from 0. */
  place: number;
}

/** Lines of a text, from the first to before the last, and the blanks before what stands in them. */
interface Part {
  start: number;
  end: number;
  indent: number;
  whys: string[];
}

/** The text of a `sources.yaml` with entries commented out, each below why; a table without any other source as a whole. Entries that share a line with others stay. */
export function withoutEntries(text: string, outs: readonly Out[]): string {
  const lines = text.split("\n");
  const parts = [...Map.groupBy(outs, ({ id }) => id)].flatMap(([id, own]) => partsOf(text, id, own));
  for (const { start, end, indent, whys } of parts.toSorted((a, b) => b.start - a.start)) {
    const blanks = " ".repeat(indent);
    const own = lines.slice(start, end).map((line) => (line.trim() === "" ? line : `${blanks}# ${line.slice(indent)}`));
    const said = whys.map((why) => `${blanks}# 请核对：暂不采用 · check: left out: ${why}`);
    lines.splice(start, end - start, ...said, ...own);
  }
  return lines.join("\n");
}

/** Where the entries of a table stand that are to be left out. */
function partsOf(text: string, id: string, outs: readonly Out[]): Part[] {
  const exports = parseDocument(text).get("exports", true);
  const pair = isMap(exports) && !exports.flow ? exports.items.find(({ key }) => String(key) === id) : undefined;
  if (!pair || !isNode(pair.key) || !isNode(pair.value)) return [];
  const whys = outs.map(({ why }) => why);
  const { value } = pair;
  const isAll = !isSeq(value) || value.flow || outs.length >= value.items.length;
  if (isAll) return [{ ...placed(text, rangeOf(pair)), whys: [...new Set(whys)] }];
  return outs.flatMap(({ place, why }) => {
    const item = value.items[place];
    if (!isNode(item) || !item.range) return [];
    const [start, end] = item.range;
    // its dash stands before it
    return [{ ...placed(text, [text.lastIndexOf("-", start - 1), end]), whys: [why] }];
  });
}

function rangeOf({ key, value }: Pair): readonly [number, number] {
  const [start = 0] = (isNode(key) && key.range) || [];
  const [, end = start] = (isNode(value) && value.range) || [];
  return [start, end];
}

function placed(text: string, [start, end]: readonly [number, number]): Omit<Part, "whys"> {
  const before = text.slice(0, start);
  const lastOf = text.slice(0, end).trimEnd();
  return { start: linesIn(before), end: linesIn(lastOf) + 1, indent: before.length - before.lastIndexOf("\n") - 1 };
}

const linesIn = (text: string) => text.split("\n").length - 1;
