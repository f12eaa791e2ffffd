import { fixed, isMoving, type Selection } from "../../core/selection.ts";
import { copyText } from "../copy-text.ts";
import { writeText } from "../write-text.ts";
import type { MakePanel } from "./bar.ts";
import { make, makeButton, makeGroup } from "./controls.ts";

/** Links to what is selected: one that moves on with the data, and one that does not. */
export const linkPanel: MakePanel = ({ island }) => {
  const { reader } = island;
  const { bar } = island.page.words;
  const said = make("p", { className: "bar-note", role: "status" });
  const field = make("input", { type: "text", className: "bar-search", readOnly: true, hidden: true, ariaLabel: bar.address });
  const copy = async (selection: Selection) => {
    const address = new URL(reader.addressOf(selection), location.href).href;
    const isCopied = await copyText(address);
    said.textContent = isCopied ? bar.copied : bar.notCopied;
    field.hidden = isCopied;
    field.value = address;
    if (!isCopied) field.select();
  };
  const moving = makeButton(bar.movingLink, () => void copy(reader.selection));
  const keeping = makeButton("", () => void copy(fixed(reader.selection, island.page)));
  return {
    content: [makeGroup(bar.copyLegend, moving, keeping), said, field],
    update() {
      const { page } = island;
      moving.hidden = !isMoving(reader.selection);
      writeText(keeping, moving.hidden ? bar.link : bar.fixedLink(page.periodName(page.period)));
      writeText(said, "");
      field.hidden = true;
    },
  };
};
