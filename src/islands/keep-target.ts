/** Parts above the target may be drawn for as long after it was reached, in milliseconds. */
const WHILE = 3000;

/** With these a reader goes elsewhere. */
const ACTS = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** Keeps the element that the address names in view while parts above it change their height. */
export interface TargetKeeper {
  /** Brings it into view, again whenever it moves, until the reader acts. */
  keep(): void;
}

const targetOf = (hash: string): HTMLElement | null => (hash ? document.getElementById(decoded(hash.slice(1))) : null);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** After going back or loading again, the browser itself restores where the reader was. */
const isFirstVisit = (): boolean => {
  const [entry] = performance.getEntriesByType("navigation");
  return !(entry instanceof PerformanceNavigationTiming) || entry.type === "navigate";
};

/** Watches from now on whether the reader goes elsewhere, and keeps what links within the page lead to. */
export function keepTarget(): TargetKeeper {
  let hasActed = !isFirstVisit();
  let stop = () => {};
  const keep = () => {
    stop();
    const target = targetOf(location.hash);
    const main = document.querySelector("main");
    if (!target || !main || hasActed) return;
    const observer = new ResizeObserver(() => target.scrollIntoView({ behavior: "instant" }));
    observer.observe(main);
    const timer = setTimeout(() => stop(), WHILE);
    stop = () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  };
  const onAct = () => {
    hasActed = true;
    stop();
  };
  for (const act of ACTS) addEventListener(act, onAct, { capture: true, passive: true });
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>("a[href^='#']");
    if (!link) return;
    // once the browser has gone there
    setTimeout(() => {
      if (location.hash !== link.hash) return;
      hasActed = false;
      keep();
    });
  });
  return { keep };
}
