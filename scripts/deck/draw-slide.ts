import type PptxGenJS from "pptxgenjs";
import type { Block, Review, Slide, SlideList } from "../../src/data/review.ts";
import { COLOUR } from "./colours.ts";
import { drawChart } from "./draw-chart.ts";
import { drawTable } from "./draw-table.ts";
import { type Box, boxesFor, FACTS, LEAD } from "./frame.ts";

/** The layout that all slides have. */
export const LAYOUT = "Review";

function drawBlock(pptx: PptxGenJS, slide: PptxGenJS.Slide, block: Block, box: Box): void {
  if (block.kind === "table") drawTable(slide, block, box);
  else if (block.kind === "chart") drawChart(pptx, slide, block, box);
  else drawList(slide, block, box);
}

function drawList(slide: PptxGenJS.Slide, { caption, items }: SlideList, box: Box): void {
  const fontSize = items.join("").length > 400 ? 12 : 14;
  const heading = caption ? [{ text: caption, options: { color: COLOUR.muted, fontSize: 11, breakLine: true } }] : [];
  const listed = items.map((text) => ({
    text,
    options: { bullet: true, color: COLOUR.ink, fontSize, breakLine: true, paraSpaceAfter: 6 },
  }));
  slide.addText([...heading, ...listed], { ...box, margin: 0, valign: "top" });
}

/** Where a slide leads: on the site; where that is not known, to the file beside which the deck lies. */
const linkOf = (path: string, root: string | null): string =>
  root === null ? path.replace(/(^|\/)(?=[?#]|$)/, "$1index.html") : root + path;

/** Draws a slide. */
export function drawSlide(pptx: PptxGenJS, { title, lead, blocks, facts, path, notes }: Slide, { seeFigure, root }: Review): void {
  const slide = pptx.addSlide({ masterName: LAYOUT });
  slide.addText(title, { placeholder: "title" });
  if (lead) slide.addText(lead, { ...LEAD, margin: 0, fontSize: LEAD.size, color: COLOUR.muted, valign: "top", fit: "shrink" });
  const boxes = boxesFor(blocks.length, lead !== "");
  for (const [i, block] of blocks.entries()) drawBlock(pptx, slide, block, boxes[i] as Box);
  slide.addText([{ text: `${facts.join(" · ")} · ` }, { text: seeFigure, options: { hyperlink: { url: linkOf(path, root) } } }], {
    ...FACTS,
    margin: 0,
    fontSize: FACTS.size,
    color: COLOUR.muted,
  });
  slide.addNotes(notes.join("\n\n"));
}
