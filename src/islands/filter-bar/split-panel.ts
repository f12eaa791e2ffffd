import type { MakePanel } from "./bar.ts";
import { makeChoice, makeGroup } from "./controls.ts";

/** The dimension by which trends are split. */
export const splitPanel: MakePanel = ({ island: { page, reader }, dimensions }) => {
  const choices = [null, ...dimensions].map((split) => {
    const text = split === null ? page.words.bar.notSplit : page.say(page.dimension(split).label);
    const onChoose = () => reader.select({ ...reader.selection, split });
    return { split, ...makeChoice({ type: "radio", group: "bar-split", text, onChoose }) };
  });
  return {
    content: [makeGroup(page.words.bar.splitLegend, ...choices.map(({ row }) => row))],
    update() {
      for (const { split, input } of choices) input.checked = split === reader.selection.split;
    },
  };
};
