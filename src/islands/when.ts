/** Does work when the browser has nothing more urgent to do. */
export function whenIdle(work: () => void): void {
  // Safari has no requestIdleCallback
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 50);
}

/** Does work before the next frame, once however often it is asked for. */
export function oncePerFrame(work: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      work();
    });
  };
}
