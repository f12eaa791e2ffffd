import type PptxGenJS from "pptxgenjs";
import type { Block, Review, Slide, SlideList } from "../../src/data/review.ts";
import { COLOUR } from "./colours.ts";
import { drawChart } from "./draw-chart.ts";
import { drawTable } from "./draw-table.ts";
import { blockPlaces, type Frame, factsPlace, leadPlace, type Place } from "./frame.ts";

function drawBlock(pptx: PptxGenJS, slide: PptxGenJS.Slide, block: Block, place: Place & { rest: string }): void {
  if (block.kind === "table") drawTable(slide, block, place);
  else if (block.kind === "chart") drawChart(pptx, slide, block, place);
  else drawList(slide, block, place);
}

function drawList(slide: PptxGenJS.Slide, { caption, items }: SlideList, { scale, x, y, w, h }: Place): void {
  const fontSize = (items.join("").length > 400 ? 12 : 14) * scale;
  const heading = caption ? [{ text: caption, options: { color: COLOUR.muted, fontSize: 11 * scale, breakLine: true } }] : [];
  const listed = items.map((text) => ({
    text,
    options: { bullet: true, color: COLOUR.ink, fontSize, breakLine: true, paraSpaceAfter: 6 * scale },
  }));
  slide.addText([...heading, ...listed], { x, y, w, h, margin: 0, valign: "top" });
}

/** Where a slide leads: on the site; where that is not known, to the file beside which the deck lies. */
const linkOf = (path: string, root: string | null): string =>
  root === null ? path.replace(/(^|\/)(?=[?#]|$)/, "$1index.html") : root + path;

/** Draws what stands on a slide beside its title. */
export function drawSlide(pptx: PptxGenJS, slide: PptxGenJS.Slide, of: Slide, { review, frame }: { review: Review; frame: Frame }): void {
  const { lead, blocks, facts, path, notes } = of;
  const { seeFigure, rest, root } = review;
  const { scale, ...top } = leadPlace(frame);
  if (lead) slide.addText(lead, { ...top, margin: 0, fontSize: 14 * scale, color: COLOUR.muted, valign: "top", fit: "shrink" });
  const places = blockPlaces(frame, blocks.length, lead !== "");
  for (const [i, block] of blocks.entries()) drawBlock(pptx, slide, block, { ...(places[i] as Place), rest });
  const { scale: _, ...bottom } = factsPlace(frame);
  slide.addText([{ text: `${facts.join(" · ")} · ` }, { text: seeFigure, options: { hyperlink: { url: linkOf(path, root) } } }], {
    ...{ ...bottom, margin: 0, fontSize: 9 * scale, color: COLOUR.muted },
  });
  slide.addNotes(notes.join("\n\n"));
}
