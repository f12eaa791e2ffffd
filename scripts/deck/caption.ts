import type PptxGenJS from "pptxgenjs";
import { COLOUR } from "./colours.ts";
import { emsOf } from "./ems.ts";
import type { Place } from "./frame.ts";

const SIZE = 11;
/** Height of a line, and what is left free beneath the last, in inches. */
const [LINE, GAP] = [0.19, 0.09];
const POINTS = 72;

/** Draws what a block is called, if anything, and gives the place that is left beneath. */
export function drawCaption(slide: PptxGenJS.Slide, caption: string, { scale, x, y, w, h }: Place): Place {
  if (!caption) return { scale, x, y, w, h };
  const lines = Math.ceil((emsOf(caption) * SIZE * scale) / (w * POINTS));
  const height = (lines * LINE + GAP) * scale;
  slide.addText(caption, { x, y, w, h: lines * LINE * scale, margin: 0, fontSize: SIZE * scale, color: COLOUR.muted, valign: "top" });
  return { scale, x, y: y + height, w, h: h - height };
}
