import { isSeq, type Node, parseDocument } from "yaml";
import { inLine } from "../tools/yaml-text.ts";
import type { Plan } from "./plan.ts";

/** A part of a text that is to be replaced. */
interface Change {
  start: number;
  end: number;
  text: string;
}

/** The text of a `sources.yaml` with files added to sources that are there; nothing else of it changes. */
export function withFiles(text: string, more: Plan["more"]): string {
  const document = parseDocument(text);
  const changes = more.flatMap(({ known, files }): Change[] => {
    const node = document.getIn([...known.at, "files"], true) as Node | undefined;
    const names = files.map(({ name }) => name);
    return node?.range ? [changeOf(node, names, text)] : [];
  });
  return changes
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { start, end, text: by }) => changed.slice(0, start) + by + changed.slice(end), text);
}

/** A list of lines gets more of them; anything else becomes a list in its line. */
function changeOf(node: Node, names: readonly string[], text: string): Change {
  const [start, end] = node.range as [number, number, number];
  if (!isSeq(node) || node.flow) return { start, end, text: inLine([node.toJSON(), ...names].flat()) };
  const last = (node.items.at(-1) as Node).range as [number, number, number];
  const indent = /[^\n]*$/.exec(text.slice(0, start))?.[0] ?? "";
  return { start: last[1], end: last[1], text: names.map((name) => `\n${indent}- ${inLine(name)}`).join("") };
}
