import type { RenderFunction } from "@observablehq/plot";
import type { Period } from "../../core/periods.ts";
import { svgElement, translated } from "./element.ts";
import { ownMark } from "./frame.ts";
import { hatchPath } from "./hatch.ts";
import { textWidth } from "./measure.ts";

const HEIGHT = 12;

/** Half the width of a word that stands upright. */
const UPRIGHT = 6;

/** Periods that follow one another, as one. */
function runsOf(periods: readonly Period[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of periods) {
    const last = runs.at(-1);
    if (last && last.end + 1 === start) last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}

/**
 * A mark: withheld periods are hatched along the axis, and those that have the room say so in a word, if there is one.
 * `isUpright` sets the word along the height, where columns stand beside it.
 */
export function hiddenRuns(periods: readonly Period[], word: string, isUpright = false): RenderFunction | null {
  if (periods.length === 0) return null;
  return ownMark(({ document, x: scale, height, marginBottom, marginLeft, marginRight, width }) => {
    const boxes = runsOf(periods).map(({ start, end }) => {
      const x = scale(start);
      return { x, y: height - marginBottom - HEIGHT, width: scale(end + 1) - x, height: HEIGHT };
    });
    const group = svgElement(document, "g", { class: "hidden" });
    let free = 0;
    for (const box of boxes) {
      group.append(svgElement(document, "path", { class: "hatch", d: hatchPath(box) }));
      const half = isUpright ? UPRIGHT : textWidth(word) / 2;
      const x = Math.min(Math.max(box.x + box.width / 2, marginLeft + half), width - marginRight - half);
      if (!word || x - half < free) continue;
      free = x + half + (isUpright ? 0 : 8);
      const place = isUpright ? { transform: `${translated(x + 4, box.y - 4)}rotate(-90)`, "text-anchor": "start" } : { x, y: box.y - 4 };
      const text = svgElement(document, "text", place);
      text.textContent = word;
      group.append(text);
    }
    return group;
  });
}
