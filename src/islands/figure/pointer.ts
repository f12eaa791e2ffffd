import { hitAt, hitNear } from "./hits.ts";
import type { Manner } from "./manner.ts";
import type { PageAids } from "./page-aids.ts";
import type { Pointing } from "./pointing.ts";
import { onPress } from "./press.ts";

const mannerOf = ({ pointerType }: PointerEvent): Manner => (pointerType === "touch" ? "touch" : "mouse");
const pointOf = ({ clientX: x, clientY: y }: PointerEvent) => ({ x, y });

/**
 * Follows mouse, pen and finger: hovering shows a tip and a click acts; a tap shows it and a second acts; a sideways drag chooses periods.
 * Only a move points: a mouse at rest enters a figure that the page scrolls below it, and must not take the place of the keys.
 */
export function followPointer(pointing: Pointing, { isMoved }: Pick<PageAids, "isMoved">): void {
  const { element } = pointing.figure;
  /** Where a pointer waits for the drawing to answer. */
  let waiting: { x: number; y: number; manner: Manner } | null = null;
  let since: number | null = null;

  const pointTo = ({ x, y, manner }: { x: number; y: number; manner: Manner }) => {
    waiting = pointing.figure.isLive || element.querySelector("button") ? null : { x, y, manner };
    const at = hitAt(pointing.marks.hits(), x, y);
    if (at === null) pointing.leave();
    else pointing.pointAt({ at, since: null, manner, point: { x, y } });
    return at;
  };
  element.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || since !== null || !isMoved(event)) return;
    pointTo({ ...pointOf(event), manner: "mouse" });
  });
  element.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "touch") return;
    waiting = null;
    if (since === null && pointing.place?.manner === "mouse") pointing.leave();
  });
  const endDrag = () => {
    since = null;
    element.classList.remove("is-brushing");
  };
  onPress(element, {
    tap(event) {
      const before = pointing.place;
      const manner = mannerOf(event);
      const at = pointTo({ ...pointOf(event), manner });
      const isSecond = before?.manner === "touch" && before.at === at;
      const isAdded = event.ctrlKey || event.metaKey || event.shiftKey;
      if (at !== null && (manner === "mouse" || isSecond)) pointing.act({ isAdded });
    },
    dragStart(from) {
      const [hits, periods] = [pointing.marks.hits(), pointing.marks.periods()];
      const under = hitAt(hits, from.x, from.y);
      if (periods.length === 0 || (under !== null && !periods.includes(under))) return false;
      since = hitNear(hits, periods, from.x);
      element.classList.add("is-brushing");
      return true;
    },
    drag(event) {
      const at = hitNear(pointing.marks.hits(), pointing.marks.periods(), event.clientX);
      pointing.pointAt({ at, since, manner: mannerOf(event), point: pointOf(event) });
    },
    drop() {
      pointing.act({ isAdded: false });
      pointing.leave();
      endDrag();
    },
    cancel() {
      pointing.leave();
      endDrag();
    },
  });
  pointing.figure.onDraw(() => {
    const wanted = waiting;
    if (wanted) queueMicrotask(() => pointTo(wanted));
  });
}
