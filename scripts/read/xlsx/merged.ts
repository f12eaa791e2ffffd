import { brokenWorkbook } from "./broken.ts";
import { type Cell, EMPTY } from "./cell.ts";
import type { Parts } from "./parts.ts";
import { type Range, rangeOf } from "./reference.ts";
import { withoutRows } from "./without-rows.ts";
import { type Attributes, readElements } from "./xml.ts";

/** The merged ranges of a sheet, from top to bottom. Throws a DataError when one is no range. */
export async function readMerged(parts: Parts, name: string): Promise<Range[]> {
  const ranges: Range[] = [];
  const elements = {
    open: (element: string, { ref = "" }: Attributes) => {
      if (element !== "mergeCell") return;
      const range = rangeOf(ref);
      if (!range) throw brokenWorkbook(parts.path, `the merged cells ${ref}`);
      ranges.push(range);
    },
  };
  for await (const _ of readElements(parts, name, elements, withoutRows(parts.textsOf(name))));
  return ranges.sort((a, b) => a.top - b.top);
}

/** Gives every cell of a merged range what its top left one has, in the rows that are there. */
export class Filler {
  readonly #waiting: Range[];
  #open: { range: Range; cell: Cell }[] = [];

  /** Ranges from top to bottom. */
  constructor(ranges: readonly Range[]) {
    this.#waiting = ranges.toReversed();
  }

  /** Fills the cells of a row; rows come from top to bottom. */
  fill(line: number, cells: Cell[]): void {
    for (let next = this.#waiting.at(-1); next && next.top <= line; next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      this.#open.push({ range: next, cell: (next.top === line ? cells[next.left] : undefined) ?? EMPTY });
    }
    if (this.#open.length === 0) return;
    this.#open = this.#open.filter(({ range }) => range.bottom >= line);
    for (const { range, cell } of this.#open) {
      if (cell === EMPTY) continue;
      while (cells.length < range.left) cells.push(EMPTY);
      for (let column = range.left; column <= range.right; column += 1) cells[column] = cell;
    }
  }
}
