import { isMap, isNode, isSeq, parseDocument } from "yaml";

/**
 * The text of a `sources.yaml` with more sources behind those of a table: its one entry becomes the first of a list; all else is as it was.
 * `linesOf` gives the lines of the new ones, at an indent. Throws where the table stands in a line with others.
 */
export function withSources(text: string, id: string, linesOf: (indent: string) => readonly string[]): string {
  const exports = parseDocument(text).get("exports", true);
  const pair = isMap(exports) ? exports.items.find(({ key }) => String(key) === id) : undefined;
  const [key, value] = [pair?.key, pair?.value];
  if (!isMap(exports) || exports.flow || !isNode(key) || !isNode(value) || !key.range || !value.range || (isSeq(value) && value.flow))
    throw new Error(
      `sources.yaml 中 exports.${id} 写在一行里，请把各来源分行写，再运行 init · exports.${id} in sources.yaml stands in one line; write its sources below each other, and run init again`,
    );
  const [start, end] = [value.range[0], value.range[1]];
  const own = text.slice(0, end).trimEnd();
  const below = text.slice(own.length);
  if (isSeq(value)) return `${own}\n${linesOf(indentAt(text, start)).join("\n")}${below}`;
  const isInLine = isMap(value) && value.flow === true;
  const indent = isInLine ? `${indentAt(text, key.range[0])}  ` : indentAt(text, start);
  const [first = "", ...others] = own.slice(start).split("\n");
  const before = isInLine ? `${text.slice(0, start).trimEnd()}\n${indent}` : text.slice(0, start);
  const item = [`- ${first}`, ...others.map((line) => (line.trim() === "" ? line : `  ${line}`))];
  return `${before}${item.join("\n")}\n${linesOf(indent).join("\n")}${below}`;
}

/** What stands before a place in its line, which is blank. */
const indentAt = (text: string, place: number) => (/[^\n]*$/.exec(text.slice(0, place))?.[0] ?? "").replace(/\S/g, " ");
