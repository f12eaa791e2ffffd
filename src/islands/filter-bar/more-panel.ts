import type { MakePanel } from "./bar.ts";
import { makeButton } from "./controls.ts";

const itemOf = (element: HTMLElement, name: string) => element.querySelector<HTMLElement>(`[data-item="${CSS.escape(name)}"]`);

/** The dimensions that have no button yet; choosing one gives it a button, opened. */
export const morePanel: MakePanel = ({ element, dimensions, island: { page } }, popover) => {
  const buttons = dimensions.map((dimension) => {
    const button = makeButton(page.say(page.dimension(dimension).label), () => {
      const item = itemOf(element, dimension);
      const opener = item?.querySelector<HTMLButtonElement>(".bar-button");
      if (!item || !opener) return;
      popover.hidePopover();
      item.hidden = false;
      item.scrollIntoView({ block: "nearest", inline: "nearest" });
      opener.focus();
      opener.click();
    });
    return { dimension, button };
  });
  return {
    content: buttons.map(({ button }) => button),
    update() {
      for (const { dimension, button } of buttons) button.hidden = itemOf(element, dimension)?.hidden === false;
    },
  };
};
