import { posix } from "node:path";
import type { Parts } from "./parts.ts";
import { readAllElements } from "./xml.ts";

/** How one part refers to another. */
export interface Relation {
  id: string;
  /** What the other is to it, such as `worksheet`: the last word of the relation's type, which older and strict workbooks share. */
  kind: string;
  /** Name of the other part. */
  target: string;
}

/** What a part refers to within the workbook; "" is the workbook as a whole. */
export async function readRelations(parts: Parts, source: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(source);
  const name = posix.join(dir, "_rels", `${base}.rels`);
  const relations: Relation[] = [];
  if (!parts.has(name)) return relations;
  await readAllElements(parts, name, {
    open: (element, { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode }) => {
      if (element === "Relationship" && mode !== "External")
        relations.push({ id, kind: posix.basename(type), target: placeOf(target, dir) });
    },
  });
  return relations;
}

/** A target counts from the root, or from the folder of the part that refers to it. */
function placeOf(target: string, folder: string): string {
  const path = target.replaceAll("\\", "/");
  return posix.join(path.startsWith("/") ? "" : folder, path).replace(/^\/+/, "");
}
