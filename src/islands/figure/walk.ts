import type { Box } from "../../charts/parts/hatch.ts";

/** Keys that walk from mark to mark. */
export const WALKING_KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"] as const;

export type WalkingKey = (typeof WALKING_KEYS)[number];

export const isWalkingKey = (key: string): key is WalkingKey => WALKING_KEYS.some((each) => each === key);

/** Boxes overlap in a direction when they share more than a hair of it. */
const HAIR = 1;

const sharesRow = (a: Box, b: Box) => Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > HAIR;
const sharesColumn = (a: Box, b: Box) => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > HAIR;

/** Boxes form a grid when some stand side by side and some one below the other. */
const isGrid = ([first, ...others]: readonly Box[]): boolean =>
  first !== undefined && others.some((box) => sharesRow(first, box)) && others.some((box) => sharesColumn(first, box));

interface Direction {
  /** Place along it, growing as one walks. */
  along: (box: Box) => number;
  shares: (a: Box, b: Box) => boolean;
}

const DIRECTIONS: Record<Exclude<WalkingKey, "Home" | "End">, Direction> = {
  ArrowLeft: { along: ({ x }) => -x, shares: sharesRow },
  ArrowRight: { along: ({ x }) => x, shares: sharesRow },
  ArrowUp: { along: ({ y }) => -y, shares: sharesColumn },
  ArrowDown: { along: ({ y }) => y, shares: sharesColumn },
};

/** Index of the next box of a grid in a direction; the same where there is none. */
function nextInGrid(boxes: readonly Box[], at: number, { along, shares }: Direction): number {
  const own = boxes[at];
  if (!own) return at;
  const beyond = boxes.flatMap((box, index) => (shares(own, box) && along(box) > along(own) ? [{ index, place: along(box) }] : []));
  return beyond.reduce<(typeof beyond)[number] | null>((near, box) => (near && near.place <= box.place ? near : box), null)?.index ?? at;
}

/**
 * Index of the box that a key leads to from the one at `at`, without going round at the ends. Through a grid the arrows go as they point,
 * else left and up lead back and right and down on. From nowhere, left, up and End lead to the last, the others to the first. -1 without boxes.
 */
export function walk(boxes: readonly Box[], at: number | null, key: WalkingKey): number {
  const last = boxes.length - 1;
  const isBack = key === "ArrowLeft" || key === "ArrowUp";
  if (key === "Home") return Math.min(0, last);
  if (key === "End") return last;
  if (at === null) return isBack ? last : Math.min(0, last);
  if (isGrid(boxes)) return nextInGrid(boxes, at, DIRECTIONS[key]);
  return Math.min(last, Math.max(0, at + (isBack ? -1 : 1)));
}
