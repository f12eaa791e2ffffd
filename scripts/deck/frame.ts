/** Where the parts of a slide stand, in inches of a slide of 13.33 × 7.5, and how large their text is, in points. */
export const SLIDE = { width: 13.333, height: 7.5 } as const;

const MARGIN = 0.55;
const WIDTH = SLIDE.width - 2 * MARGIN;
const TITLE_SIZE = 22;
/** 28 Chinese characters, and room for the spaces around numbers. */
const TITLE_WIDTH = (32 * TITLE_SIZE) / 72;

export const TITLE = { x: MARGIN, y: 0.4, w: TITLE_WIDTH, h: 0.9, size: TITLE_SIZE } as const;
export const LEAD = { x: MARGIN, y: 1.36, w: WIDTH, h: 0.52, size: 14 } as const;
export const FACTS = { x: MARGIN, y: 6.92, w: WIDTH - 0.6, h: 0.3, size: 9 } as const;
export const NUMBER = { x: SLIDE.width - MARGIN - 0.5, y: 6.92, w: 0.5, h: 0.3, size: 9 } as const;

/** A place for a block. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

const GAP = 0.35;
const BOTTOM = 6.75;

/** Places for so many blocks side by side, the first the widest; below the lead where there is one. */
export function boxesFor(blocks: number, hasLead: boolean): Box[] {
  const y = hasLead ? LEAD.y + LEAD.h + 0.12 : LEAD.y + 0.1;
  const h = BOTTOM - y;
  if (blocks < 2) return [{ x: MARGIN, y, w: WIDTH, h }];
  const first = WIDTH * 0.57;
  const other = (WIDTH - first - GAP * (blocks - 1)) / (blocks - 1);
  const others = Array.from({ length: blocks - 1 }, (_, i) => ({ x: MARGIN + first + GAP + i * (other + GAP), y, w: other, h }));
  return [{ x: MARGIN, y, w: first, h }, ...others];
}
