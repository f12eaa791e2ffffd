/** A press within an element became one of these. */
export interface PressHandlers {
  tap(event: PointerEvent): void;
  /** A sideways move begins at a place in the window; false when it is to mean nothing. */
  dragStart(from: { x: number; y: number }): boolean;
  drag(event: PointerEvent): void;
  drop(event: PointerEvent): void;
  cancel(): void;
}

/** A press moves when it goes farther than this, in CSS pixels. */
const MOVES = 6;
const TOUCH_MOVES = 10;
/** A longer touch, in milliseconds, belongs to the system. */
const LONG = 600;

interface Press {
  id: number;
  from: { x: number; y: number };
  since: number;
  state: "down" | "drag" | "over";
}

/** Distinguishes taps from sideways drags of mouse, pen and finger. Dragging up or down stays with the page. */
export function onPress(element: HTMLElement, handlers: PressHandlers): void {
  let press: Press | null = null;
  const own = ({ pointerId }: PointerEvent): Press | null => (press?.id === pointerId ? press : null);
  const cancel = () => {
    if (press?.state === "drag") handlers.cancel();
    if (press) press.state = "over";
    document.removeEventListener("keydown", cancelByKey);
  };
  const cancelByKey = ({ key }: KeyboardEvent) => key === "Escape" && cancel();
  const move = (event: PointerEvent) => {
    const found = own(event);
    if (found?.state === "drag") return handlers.drag(event);
    if (found?.state !== "down") return;
    const [dx, dy] = [Math.abs(event.clientX - found.from.x), Math.abs(event.clientY - found.from.y)];
    if (Math.max(dx, dy) <= (event.pointerType === "touch" ? TOUCH_MOVES : MOVES)) return;
    found.state = dx >= dy && handlers.dragStart(found.from) ? "drag" : "over";
    if (found.state !== "drag") return;
    element.setPointerCapture(found.id);
    document.addEventListener("keydown", cancelByKey);
    handlers.drag(event);
  };
  element.addEventListener("pointerdown", (event) => {
    const isOnControl = event.target instanceof Element && event.target.closest("button") !== null;
    if (event.button !== 0 || !event.isPrimary || isOnControl) return;
    // a finger stays with what it touched first, which a new drawing takes away
    if (event.pointerType === "touch") element.setPointerCapture(event.pointerId);
    press = { id: event.pointerId, from: { x: event.clientX, y: event.clientY }, since: event.timeStamp, state: "down" };
  });
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", (event) => {
    const found = own(event);
    press = null;
    document.removeEventListener("keydown", cancelByKey);
    if (found?.state === "drag") return handlers.drop(event);
    const isLong = event.pointerType === "touch" && event.timeStamp - (found?.since ?? 0) > LONG;
    if (found?.state === "down" && !isLong) handlers.tap(event);
  });
  element.addEventListener("pointercancel", cancel);
}
