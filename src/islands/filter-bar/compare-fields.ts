import {
  COMPARED_PERIODS,
  type ComparedChoice,
  isRelative,
  RELATIVE_PERIODS,
  type Scope,
  type Selection,
  withFilter,
} from "../../core/selection.ts";
import type { Bar } from "./bar.ts";
import { make } from "./controls.ts";
import { choiceOfValue, OFFERED_GRAINS, offeredPeriods, valueOfChoice } from "./period-panel.ts";

/** What is compared with once members are chosen for it: by default over the same period. */
const otherScope = ({ against, period, filters }: Selection): Scope<ComparedChoice> => against ?? { period, filters };

/** The period that is compared with now. */
const otherPeriod = ({ against }: Selection): ComparedChoice => against?.period ?? "previous";

/** A list to choose from, with its name. */
export interface Field {
  field: HTMLElement;
  update(): void;
}

function makeField(label: string, select: HTMLSelectElement): HTMLElement {
  return make("label", { className: "bar-field" }, make("span", { className: "bar-label" }, label), select);
}

/** The period to compare with. */
export function periodField({ island: { page, reader } }: Bar): Field {
  const { vocabulary } = reader;
  const { bar } = page.words;
  const groups = OFFERED_GRAINS.map((grain) => {
    const options = offeredPeriods(vocabulary, grain).map((period) =>
      make("option", { value: valueOfChoice(period, vocabulary) }, page.periodName(period)),
    );
    return make("optgroup", { label: bar.grains[grain] }, ...options);
  });
  const beside = COMPARED_PERIODS.map((period) => make("option", { value: period }, bar.beside[period]));
  const relative = RELATIVE_PERIODS.map((period) => make("option", { value: period }, bar.presets[period]));
  const other = make("option", { hidden: true });
  const select = make(
    "select",
    {},
    make("option", { value: "" }, bar.samePeriod),
    ...beside,
    make("optgroup", { label: bar.relative }, ...relative),
    ...groups,
    other,
  );
  select.addEventListener("change", () => {
    const period = select.value ? choiceOfValue(select.value, vocabulary) : reader.selection.period;
    reader.select({ ...reader.selection, against: { ...otherScope(reader.selection), period } });
  });
  return {
    field: makeField(page.words.period, select),
    update() {
      const period = otherPeriod(reader.selection);
      const [value, own] = [period, reader.selection.period].map((choice) => valueOfChoice(choice, vocabulary));
      if (value === own) select.value = "";
      else {
        // a range of months is in no list
        other.value = value ?? "";
        other.textContent = isRelative(period) ? "" : page.periodName(period);
        select.value = other.value;
      }
    },
  };
}

/** The member of a dimension to compare with, or all. */
export function memberField({ island: { page, reader } }: Bar, dimension: string): Field {
  const { label, members } = page.dimension(dimension);
  const name = page.say(label);
  const several = make("option", { value: "*", hidden: true });
  const options = members.map(({ id }, i) => make("option", { value: String(i) }, page.member(dimension, id)));
  const select = make("select", {}, make("option", { value: "" }, page.words.selection.all(name)), several, ...options);
  select.addEventListener("change", () => {
    const member = select.value === "" ? undefined : members[Number(select.value)];
    const scope = otherScope(reader.selection);
    const filters = withFilter(scope.filters, dimension, member ? [member.id] : []);
    reader.select({ ...reader.selection, against: { ...scope, filters } });
  });
  return {
    field: makeField(name, select),
    update() {
      const kept = otherScope(reader.selection).filters[dimension] ?? [];
      several.textContent = page.listed(kept.map((id) => page.member(dimension, id)));
      const place = members.findIndex(({ id }) => id === kept[0]);
      select.value = kept.length > 1 ? "*" : place < 0 ? "" : String(place);
    },
  };
}
