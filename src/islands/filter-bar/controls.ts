import { makeButton as makePlainButton } from "../write-text.ts";

type Properties<E> = Partial<Omit<E, "children" | "style">>;

/** An HTML element with its properties and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** A box or a round to tick, with its name and, to the right, a detail. */
export interface Choice {
  readonly row: HTMLLabelElement;
  readonly input: HTMLInputElement;
  readonly name: HTMLElement;
  readonly detail: HTMLElement;
}

export interface ChoiceOptions {
  type: "checkbox" | "radio";
  /** Unites the rounds of a group. */
  group: string;
  text: string;
  onChoose(isChecked: boolean): void;
}

export function makeChoice({ type, group, text, onChoose }: ChoiceOptions): Choice {
  const input = make("input", { type, name: group });
  input.addEventListener("change", () => onChoose(input.checked));
  const [name, detail] = [make("span", { className: "bar-name" }, text), make("span", { className: "bar-detail" })];
  return { row: make("label", { className: "bar-choice" }, input, name, detail), input, name, detail };
}

export const makeButton = (text: string, onClick: () => void): HTMLButtonElement => makePlainButton(text, onClick, "bar-action");

/** Controls of one kind under a heading. */
export const makeGroup = (legend: string, ...content: readonly Node[]): HTMLFieldSetElement =>
  make("fieldset", {}, make("legend", {}, legend), ...content);
