import type { Box } from "../../charts/parts/hatch.ts";

export interface TipSurroundings {
  /** Of the mark, in the window. */
  mark: Box;
  /** Where the pointer is, or the middle of what one reads. */
  point: { x: number; y: number };
  tip: { width: number; height: number };
  window: { width: number; height: number };
  /** A finger lies on the mark and hides what is around it, so the tip never stands beside it if it fits above or below. */
  isTouch: boolean;
}

/** Between mark and tip, and between tip and the window's edge, in CSS pixels. */
const GAP = 8;

const fits = (place: number, size: number, room: number) => place >= GAP && place + size + GAP <= room;
const within = (place: number, size: number, room: number) => Math.max(GAP, Math.min(place, room - size - GAP));

/** Where the tip's corner comes to lie: beside a tall mark and above the pointer, above or below a wide mark, and never outside of the window. */
export function placeTip({ mark, point, tip, window, isTouch }: TipSurroundings): { x: number; y: number } {
  const x = within(point.x - tip.width / 2, tip.width, window.width);
  const y = within(point.y - GAP - tip.height, tip.height, window.height);
  const [above, below] = [mark.y - GAP - tip.height, mark.y + mark.height + GAP];
  const [left, right] = [mark.x - GAP - tip.width, mark.x + mark.width + GAP];
  const isBeside = !isTouch && mark.height > mark.width;
  if (isBeside && fits(right, tip.width, window.width)) return { x: right, y };
  if (isBeside && fits(left, tip.width, window.width)) return { x: left, y };
  if (fits(above, tip.height, window.height)) return { x, y: above };
  if (fits(below, tip.height, window.height)) return { x, y: below };
  return { x: point.x > window.width / 2 ? GAP : window.width - GAP - tip.width, y: within(above, tip.height, window.height) };
}
