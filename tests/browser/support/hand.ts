import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { LAPTOP, PHONE } from "./windows.ts";

/** With what a reader acts. */
export const MANNERS = ["mouse", "touch", "keys"] as const;

export type Manner = (typeof MANNERS)[number];

/** A place in the window. */
interface Point {
  x: number;
  y: number;
}

/** A browser for the manner: a phone where it is touched. */
export const browserFor = (manner: Manner): BrowserContextOptions =>
  manner === "touch" ? { viewport: PHONE, hasTouch: true, isMobile: true } : { viewport: LAPTOP };

/** Clicks, taps or, by keyboard, focuses a control and presses the key that acts on it. */
export async function press(target: Locator, manner: Manner): Promise<void> {
  if (manner === "mouse") return target.click();
  if (manner === "touch") return target.tap();
  const isTicked = await target.evaluate((element) => element instanceof HTMLInputElement);
  await target.press(isTicked ? "Space" : "Enter");
}

/** Drawings for which what rests does not move. */
const REST = 6;

/** The box of an element once it rests: what comes into view is drawn again, and may move what is below. */
function restingBox(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  return target.evaluate(async (element, rest) => {
    const placeOf = () => element.getBoundingClientRect();
    let [place, since] = [placeOf(), 0];
    while (since < rest) {
      await new Promise(requestAnimationFrame);
      const now = placeOf();
      since = now.x === place.x && now.y === place.y ? since + 1 : 0;
      place = now;
    }
    return place.toJSON();
  }, REST);
}

/** Where the middle of an element is in the window, once it rests. */
export async function middleOf(target: Locator): Promise<Point> {
  const { x, y, width, height } = await restingBox(target);
  return { x: x + width / 2, y: y + height / 2 };
}

const STEPS = 4;

/** Puts a mouse or a finger down at a point, moves it to another, and lifts it. */
export async function drag(page: Page, from: Point, to: Point, manner: "mouse" | "touch"): Promise<void> {
  const between = Array.from({ length: STEPS }, (_, i) => ({
    x: from.x + ((to.x - from.x) * (i + 1)) / STEPS,
    y: from.y + ((to.y - from.y) * (i + 1)) / STEPS,
  }));
  if (manner === "mouse") {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (const { x, y } of between) await page.mouse.move(x, y);
    return page.mouse.up();
  }
  const session = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [from]);
  for (const point of between) await send("touchMove", [point]);
  await send("touchEnd", []);
}
