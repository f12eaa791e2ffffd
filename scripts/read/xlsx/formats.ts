import { builtInMeaning, type Meaning, meaningOf } from "./number-format.ts";
import type { Parts } from "./parts.ts";
import { readAllElements } from "./xml.ts";

/** What the formats of cells make of numbers, by the number of the cell's style. */
export async function readFormats(parts: Parts, name: string): Promise<Meaning[]> {
  const own = new Map<number, Meaning>();
  const styles: number[] = [];
  let list = "";
  await readAllElements(parts, name, {
    open: (element, { numFmtId: id, formatCode: code }) => {
      if (element === "numFmts" || element === "cellXfs") list = element;
      if (element === "numFmt" && list === "numFmts") own.set(Number(id), meaningOf(code ?? ""));
      if (element === "xf" && list === "cellXfs") styles.push(Number(id ?? 0));
    },
    close: (element) => {
      if (element === list) list = "";
    },
  });
  return styles.map((id) => own.get(id) ?? builtInMeaning(id));
}
