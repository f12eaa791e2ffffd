const EDGE = 8;

function place(popover: HTMLElement): void {
  const button = popover.parentElement?.querySelector(".bar-button");
  if (!button || !popover.matches(":popover-open")) return;
  const { left, bottom } = button.getBoundingClientRect();
  const room = document.documentElement.clientWidth - popover.offsetWidth - EDGE;
  popover.style.setProperty("--left", `${Math.max(EDGE, Math.min(left, room))}px`);
  popover.style.setProperty("--top", `${bottom}px`);
}

/** Keeps an open popover below its button and within the window, where the browser cannot do that by style. */
export function keepBelow(popover: HTMLElement): void {
  if (CSS.supports("position-area", "bottom")) return;
  const keep = () => place(popover);
  popover.addEventListener("toggle", keep);
  for (const event of ["scroll", "resize"]) addEventListener(event, keep, { passive: true });
  keep();
}
