import type { Bar, MakePanel, Panel } from "./bar.ts";
import { comparePanel } from "./compare-panel.ts";
import { linkPanel } from "./link-panel.ts";
import { membersPanel } from "./members-panel.ts";
import { morePanel } from "./more-panel.ts";
import { periodPanel } from "./period-panel.ts";
import { keepBelow } from "./place-below.ts";
import { splitPanel } from "./split-panel.ts";

const PANELS: Readonly<Record<string, MakePanel>> = {
  period: periodPanel,
  members: membersPanel,
  more: morePanel,
  split: splitPanel,
  compare: comparePanel,
  link: linkPanel,
};

const isOpen = (popover: HTMLElement) => popover.matches(":popover-open");

/** Fills a popover when it is first opened; gives what brings it up to date while it is open. */
function fill(popover: HTMLElement, bar: Bar): () => void {
  let panel: Panel | undefined;
  const update = () => {
    if (!isOpen(popover)) return;
    if (!panel) {
      panel = PANELS[popover.dataset["panel"] ?? ""]?.(bar, popover);
      popover.querySelector(".bar-loading")?.replaceWith(...(panel?.content ?? []));
    }
    panel?.update();
  };
  popover.addEventListener("toggle", update);
  update();
  keepBelow(popover);
  return update;
}

/** Makes the popovers of the bar answer; gives what brings those that are open up to date. */
export function fillPopovers(bar: Bar): () => void {
  const updates = [...bar.element.querySelectorAll<HTMLElement>(".bar-panel")].map((popover) => fill(popover, bar));
  return () => {
    for (const update of updates) update();
  };
}
