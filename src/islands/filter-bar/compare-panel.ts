import type { Selection } from "../../core/selection.ts";
import type { Bar, MakePanel, Panel } from "./bar.ts";
import { memberField, periodField } from "./compare-fields.ts";
import { COMPARISONS, comparisonPresets, type PresetId } from "./comparison-presets.ts";
import { make, makeChoice, makeGroup } from "./controls.ts";

function presets({ island }: Bar): Panel {
  const { reader } = island;
  const words = island.page.words.bar;
  const scopeOf = (id: PresetId) => comparisonPresets(island.page, reader.vocabulary)[id];
  const addressWith = (against: Selection["against"]) => reader.addressOf({ ...reader.selection, against });
  const choices = COMPARISONS.map((id) => {
    const onChoose = () => reader.select({ ...reader.selection, against: scopeOf(id) ?? null });
    return { id, ...makeChoice({ type: "radio", group: "bar-against", text: words.compareWith[id], onChoose }) };
  });
  return {
    content: [makeGroup(words.compareLegend, ...choices.map(({ row }) => row))],
    update() {
      const now = addressWith(reader.selection.against);
      for (const { id, input, row } of choices) {
        const scope = scopeOf(id);
        row.hidden = scope === undefined;
        input.checked = scope !== undefined && addressWith(scope) === now;
      }
    },
  };
}

/** What the page's numbers are compared with. */
export const comparePanel: MakePanel = (bar) => {
  const first = presets(bar);
  const fields = [periodField(bar), ...bar.dimensions.map((dimension) => memberField(bar, dimension))];
  const grid = make("div", { className: "bar-fields" }, ...fields.map(({ field }) => field));
  return {
    content: [...first.content, makeGroup(bar.island.page.words.bar.own, grid)],
    update() {
      for (const part of [first, ...fields]) part.update();
    },
  };
};
