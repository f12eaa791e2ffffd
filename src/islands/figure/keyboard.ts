import type { Pointing } from "./pointing.ts";
import { isWalkingKey, type WalkingKey, walk } from "./walk.ts";

/** Lets keys walk the marks of a figure that has the focus: arrows, Home and End; with Shift over periods; Enter or Space chooses, Escape closes. */
export function followKeys(pointing: Pointing): void {
  const { figure, marks } = pointing;
  const { element } = figure;
  /** What keys asked for, one after the other, before there was anything to walk. */
  let waiting: (() => void)[] = [];

  const step = (key: WalkingKey, isStretching: boolean) => {
    const hits = marks.hits();
    const isOverPeriods = isStretching && marks.periods().length > 0;
    const reached = isOverPeriods ? marks.periods() : [...hits.keys.keys()];
    const own = pointing.last === null ? -1 : reached.indexOf(pointing.last);
    const boxes = reached.flatMap((index) => hits.boxes[index] ?? []);
    const at = reached[walk(boxes, own < 0 ? null : own, key)];
    if (at === undefined) return;
    const from = pointing.place?.since ?? reached[own] ?? at;
    pointing.pointAt({ at, since: isOverPeriods ? from : null, manner: "keys", point: null });
    hits.elements[at]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const stepOnceDrawn = (key: WalkingKey, isStretching: boolean) => {
    if (figure.isLive && marks.hits().elements.length > 0) return step(key, isStretching);
    waiting.push(() => step(key, isStretching));
    if (!figure.isLive) figure.enliven();
  };
  element.addEventListener("keydown", (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event;
    if (target !== element || altKey) return;
    const isActing = key === "Enter" || key === " ";
    if (isActing && pointing.place) {
      event.preventDefault();
      pointing.act({ isAdded: shiftKey || ctrlKey || metaKey });
    } else if (isWalkingKey(key) && !ctrlKey && !metaKey) {
      event.preventDefault();
      stepOnceDrawn(key, shiftKey);
    }
  });
  figure.onDraw(() => {
    if (!figure.isLive) return;
    waiting.forEach(queueMicrotask);
    waiting = [];
  });
  element.addEventListener("blur", () => {
    waiting = [];
    if (pointing.place?.manner === "keys") pointing.leave();
  });
}
