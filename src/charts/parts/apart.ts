/** Something on a line, in units of the drawing. */
export interface Placed {
  /** Its middle. */
  at: number;
  /** Half of what it takes. */
  half: number;
}

/** Moves what would touch apart, keeping its order and as near to its place as may be, from `start` to `end`; where that is too short, beyond `start`. */
export function apart<T extends Placed>(placed: readonly T[], start: number, end: number): T[] {
  let free = start;
  const pushed = placed
    .toSorted((a, b) => a.at - b.at)
    .map((each) => {
      const at = Math.max(each.at, free + each.half);
      free = at + each.half;
      return { ...each, at };
    });
  let limit = end;
  const settled = pushed.reverse().map((each) => {
    const at = Math.min(each.at, limit - each.half);
    limit = at - each.half;
    return { ...each, at };
  });
  return settled.reverse();
}
