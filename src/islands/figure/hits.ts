import { svgElement } from "../../charts/parts/element.ts";
import type { Box } from "../../charts/parts/hatch.ts";

/** The boxes of a live drawing that one can point at, in the order in which they were drawn. */
export interface Hits {
  /** In units of the drawing. */
  boxes: readonly Box[];
  /** Place of the mark of each among the figure's marks. */
  keys: readonly number[];
  elements: readonly Element[];
}

const numberOf = (element: Element, name: string) => Number(element.getAttribute(name));

const boxOf = (element: Element): Box => ({
  x: numberOf(element, "x"),
  y: numberOf(element, "y"),
  width: numberOf(element, "width"),
  height: numberOf(element, "height"),
});

export function hitsIn(figure: Element): Hits {
  const elements = [...figure.querySelectorAll(".hit")];
  return { elements, boxes: elements.map(boxOf), keys: elements.map((element) => numberOf(element, "data-key")) };
}

/** Index of the hit under a place in the window; null where there is none. */
export function hitAt({ elements }: Hits, x: number, y: number): number | null {
  const found = document.elementFromPoint(x, y)?.closest(".hit");
  const index = found ? elements.indexOf(found) : -1;
  return index < 0 ? null : index;
}

/** Of the hits with these indexes, that of the one nearest to a place across the window; -1 without any. */
export function hitNear({ elements }: Hits, among: readonly number[], x: number): number {
  const distances = among.map((index) => {
    const { left = 0, right = 0 } = elements[index]?.getBoundingClientRect() ?? {};
    return Math.max(left - x, x - right, 0);
  });
  return among[distances.indexOf(Math.min(...distances))] ?? -1;
}

/** Lays a band over the hits from one to another, in the place of one that is there; without an end, takes it away. */
export function drawBand({ elements, boxes }: Hits, ends: readonly [number, number] | null): void {
  const group = elements[0]?.parentElement;
  group?.querySelector(".brush")?.remove();
  const [one, other] = [boxes[ends?.[0] ?? -1], boxes[ends?.[1] ?? -1]];
  if (!group || !one || !other) return;
  const x = Math.min(one.x, other.x);
  const width = Math.max(one.x + one.width, other.x + other.width) - x;
  group.prepend(svgElement(document, "rect", { class: "brush", x, y: one.y, width, height: one.height }));
}

/** The band in the window if there is one, else the hit. */
export const boxInWindow = ({ elements }: Hits, index: number): DOMRect | null => {
  const hit = elements[index];
  return (hit?.parentElement?.querySelector(".brush") ?? hit)?.getBoundingClientRect() ?? null;
};
