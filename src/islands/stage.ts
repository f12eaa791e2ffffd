import type { Page } from "../site/ask/page.ts";
import type { Drawn } from "./island.ts";
import { NotLoaded, untilLoaded } from "./load.ts";
import { whenIdle } from "./when.ts";

/** Parts are drawn a little before they come into view. */
const MARGIN = "100px";

/** Draws the parts of a page: those in view at once, the others when they come into view. */
export interface Stage {
  add(part: Drawn): void;
  /** Draws all parts again for a page. */
  show(page: Page): void;
  /** Draws one part again. */
  redraw(part: Drawn): void;
  /** Loads what the parts in view need, so that the first selection is answered at once. */
  prepare(): Promise<void>;
  /**
   * Draws the parts out of view too, one after the other while the browser has nothing else to do: for those who search or listen.
   * What is folded away waits until it is opened or printed.
   */
  settle(): Promise<void>;
  /** Draws all that is not yet drawn, in view or not, as before printing; what cannot be drawn says so. */
  finish(): void;
}

export interface StageOptions {
  /** The page as it was built. */
  page: Page;
  /** How a failure is put to the reader. */
  explain(error: unknown): string;
  /** Draws a part again that failed, or does what else helps. */
  retry(draw: () => void): void;
}

function isOnScreen({ element }: Drawn): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
}

/** Whether what a part stands in is folded away; it may itself have no box, or nothing to show yet. */
const isFolded = ({ element }: Drawn): boolean => element.parentElement?.checkVisibility() === false;

export function openStage({ page: built, explain, retry }: StageOptions): Stage {
  let page = built;
  const parts = new Map<Element, Drawn>();
  const inView = new Set<Drawn>();
  /** Parts that do not show the page's selection, with what they wait for; null where none is coming. */
  const stale = new Map<Drawn, string | null>();
  /** Parts that have said why they do not. */
  const failed = new Set<Drawn>();

  const fail = (part: Drawn, error: unknown) => {
    failed.add(part);
    part.fail(explain(error), () => retry(() => stale.has(part) && draw(part)));
  };
  /** Draws a part; gives what kept it from being drawn. */
  const attempt = (part: Drawn): unknown => {
    try {
      part.draw(page);
    } catch (error) {
      stale.set(part, null);
      return error;
    }
    stale.delete(part);
    failed.delete(part);
    part.fail(null);
    return null;
  };
  const draw = (part: Drawn): void => {
    const error = attempt(part);
    if (error instanceof NotLoaded) void loadFor(part, error);
    else if (error) fail(part, error);
  };
  const loadFor = async (part: Drawn, { what, load }: NotLoaded) => {
    stale.set(part, what);
    try {
      await Promise.all([load(), part.load()]);
    } catch (error) {
      // the part may be drawn by now, or wait for something else
      if (stale.get(part) !== what) return;
      stale.set(part, null);
      return fail(part, error);
    }
    if (stale.get(part) === what) draw(part);
    // what failed before may be drawn now
    for (const [other, awaited] of [...stale]) if (awaited === null && inView.has(other)) draw(other);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const part = parts.get(target);
        if (!part) continue;
        if (isIntersecting) inView.add(part);
        else inView.delete(part);
        if (isIntersecting && stale.has(part)) draw(part);
      }
    },
    { rootMargin: MARGIN },
  );
  const redraw = (part: Drawn) => {
    stale.set(part, null);
    if (inView.has(part)) draw(part);
  };
  const prepareOne = async (part: Drawn) => {
    await part.load();
    await untilLoaded(() => part.prepare(page));
  };
  let shown = 0;
  return {
    add(part) {
      parts.set(part.element, part);
      observer.observe(part.element);
    },
    show(next) {
      page = next;
      shown++;
      for (const part of parts.values()) redraw(part);
    },
    redraw,
    async prepare() {
      // what fails here is asked for again by the part that needs it, which then says so
      await Promise.allSettled([...parts.values()].filter(isOnScreen).map(prepareOne));
    },
    async settle() {
      const asked = shown;
      for (const part of [...stale.keys()]) {
        await new Promise<void>(whenIdle);
        // what fails in view would fail out of view too
        if (shown !== asked || failed.size > 0) return;
        if (stale.get(part) === null && !isFolded(part)) draw(part);
      }
    },
    finish() {
      for (const part of [...stale.keys()]) {
        const error = attempt(part);
        if (error) fail(part, error);
        if (error instanceof NotLoaded) void loadFor(part, error);
      }
    },
  };
}
