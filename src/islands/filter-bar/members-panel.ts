import { withFilter, withScope } from "../../core/selection.ts";
import type { Page } from "../../site/ask/page.ts";
import { hasMatch } from "../has-match.ts";
import { writeText } from "../write-text.ts";
import type { Bar, MakePanel } from "./bar.ts";
import { type Choice, make, makeButton, makeChoice, makeGroup } from "./controls.ts";

/** From this many members on there is a field to find one. */
const SEARCHED = 8;

interface Member {
  id: string;
  name: string;
  choice: Choice;
  row: HTMLElement;
}

const keep = ({ island: { reader } }: Bar, dimension: string, members: readonly string[]) =>
  reader.select(withScope(reader.selection, { filters: withFilter(reader.selection.filters, dimension, members) }));

function makeMember(bar: Bar, dimension: string, id: string): Member {
  const { page, reader } = bar.island;
  const name = page.member(dimension, id);
  const toggle = (isKept: boolean) => {
    const others = (reader.selection.filters[dimension] ?? []).filter((other) => other !== id);
    keep(bar, dimension, isKept ? [...others, id] : others);
  };
  const choice = makeChoice({ type: "checkbox", group: `bar-${dimension}`, text: name, onChoose: toggle });
  const only = makeButton(page.words.bar.only, () => keep(bar, dimension, [id]));
  only.ariaLabel = page.words.bar.onlyOf(name);
  only.classList.add("bar-only");
  return { id, name, choice, row: make("div", { className: "bar-member" }, choice.row, only) };
}

/** A field that leaves only the members of a name like what is typed. */
function makeSearch(page: Page, label: string, members: readonly Member[]): readonly Node[] {
  const field = make("input", { type: "search", className: "bar-search", placeholder: page.words.bar.search(label), autocomplete: "off" });
  field.ariaLabel = field.placeholder;
  const none = make("p", { className: "bar-note", hidden: true }, page.words.bar.noMatch);
  field.addEventListener("input", () => {
    for (const { row, name } of members) row.hidden = !hasMatch(name, field.value);
    none.hidden = members.some(({ row }) => !row.hidden);
  });
  return [field, none];
}

/** The members of a dimension: several can be kept, and none ticked keeps all. */
export const membersPanel: MakePanel = (bar, popover) => {
  const { island } = bar;
  const { page, reader } = island;
  const { about: dimension = "", metric } = popover.dataset;
  const { label, members: known } = page.dimension(dimension);
  const members = known.map(({ id }) => makeMember(bar, dimension, id));
  const name = page.say(label);
  const all = makeChoice({
    type: "checkbox",
    group: `bar-${dimension}`,
    text: page.words.selection.all(name),
    onChoose: () => keep(bar, dimension, []),
  });
  const invert = makeButton(page.words.bar.invert, () => {
    const kept = reader.selection.filters[dimension] ?? [];
    keep(bar, dimension, kept.length === 0 ? [] : known.map(({ id }) => id).filter((id) => !kept.includes(id)));
  });
  const head = make("div", { className: "bar-member bar-all" }, all.row, invert);
  const [search, none] = known.length >= SEARCHED ? makeSearch(page, name, members) : [];
  const list = make("div", { className: "bar-list" }, ...members.map(({ row }) => row));
  const counted = metric ? page.words.bar.counts(page.say(page.view(metric).metric.cases)) : "";
  const group = makeGroup(name, ...(search ? [search] : []), head, list, ...(none ? [none] : []));
  return {
    content: [group, ...(metric ? [make("p", { className: "bar-note" }, counted)] : [])],
    update() {
      const kept = reader.selection.filters[dimension];
      all.input.checked = !kept;
      for (const { id, choice } of members) choice.input.checked = kept?.includes(id) ?? false;
      if (metric) showCounts(bar, members, { metric, dimension });
    },
  };
};

/** Counts come when their cube is loaded; those of an older selection are dropped. */
function showCounts({ island }: Bar, members: readonly Member[], { metric, dimension }: { metric: string; dimension: string }): void {
  const counted = island.whenLoaded(() => ({ page: island.page, counts: countsOf(island.page, metric, dimension) }));
  counted.then(
    ({ page, counts }) => {
      if (page !== island.page) return;
      for (const { id, choice } of members) writeText(choice.detail, counts.get(id) ?? page.words.missing);
    },
    () => undefined,
  );
}

/** The cases of every member in what is selected, the dimension's own filter lifted; "hidden" where the group is too small. */
export function countsOf(page: Page, metric: string, dimension: string): Map<string, string> {
  return new Map(
    page
      .view(metric)
      .breakdown(dimension)
      .rows.map(({ member, now }) => [member, page.cases(now)]),
  );
}
