/** Of a slide, in inches. */
export interface Size {
  width: number;
  height: number;
}

/** A place on a slide, in inches. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A place for a block, and how large its text is, of what it is on a slide 7.5 inches high. */
export interface Place extends Box {
  scale: number;
}

/** What a slide leaves to its content. */
export interface Frame {
  slide: Size;
  /** Where lead, blocks and facts stand. */
  content: Place;
  /** Width that the number of the slide takes beside the facts. */
  number: number;
}

const SLIDE = { width: 13.333, height: 7.5 } as const;
const MARGIN = 0.55;
const TITLE_SIZE = 22;
/** 28 Chinese characters, and room for the spaces around numbers. */
const TITLE_WIDTH = (32 * TITLE_SIZE) / 72;
const TOP = 1.36;
const BOTTOM = 7.22;
const NUMBER_WIDTH = 0.6;

export const TITLE = { x: MARGIN, y: 0.4, w: TITLE_WIDTH, h: 0.9, size: TITLE_SIZE } as const;
export const NUMBER = { x: SLIDE.width - MARGIN - 0.5, y: 6.92, w: 0.5, h: 0.3, size: 9 } as const;

/** The frame of slides that have no template. */
export const OWN_FRAME: Frame = {
  slide: SLIDE,
  content: { x: MARGIN, y: TOP, w: SLIDE.width - 2 * MARGIN, h: BOTTOM - TOP, scale: 1 },
  number: NUMBER_WIDTH,
};

const LEAD = 0.52;
const FACTS = 0.3;
/** What is left free beneath the lead, above blocks without one, beneath blocks, and between them. */
const [BELOW_LEAD, ABOVE, BELOW, BETWEEN] = [0.12, 0.1, 0.17, 0.35];
/** Of the width, what the first of several blocks takes; less where it is scarce, since numbers do not shrink. */
const [FIRST, FIRST_OF_NARROW, NARROW] = [0.57, 0.45, 10];

export const leadPlace = ({ content }: Frame): Place => ({ ...content, h: LEAD * content.scale });

export function factsPlace({ content, number }: Frame): Place {
  const h = FACTS * content.scale;
  return { ...content, y: content.y + content.h - h, w: content.w - number, h };
}

/** Places for so many blocks side by side, the first the widest; below the lead where there is one. */
export function blockPlaces({ content }: Frame, blocks: number, hasLead: boolean): Place[] {
  const { scale } = content;
  const above = (hasLead ? LEAD + BELOW_LEAD : ABOVE) * scale;
  const whole = { ...content, y: content.y + above, h: content.h - above - (FACTS + BELOW) * scale };
  if (blocks < 2) return [whole];
  const [first, gap] = [whole.w * (whole.w / scale < NARROW ? FIRST_OF_NARROW : FIRST), BETWEEN * scale];
  const w = (whole.w - first - gap * (blocks - 1)) / (blocks - 1);
  const others = Array.from({ length: blocks - 1 }, (_, i) => ({ ...whole, x: whole.x + first + gap + i * (w + gap), w }));
  return [{ ...whole, w: first }, ...others];
}
