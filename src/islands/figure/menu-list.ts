import { makeButton } from "../write-text.ts";

/** What a menu offers. */
export interface MenuItem {
  label: string;
  /** Does it, and gives what to say then; nothing where the menu is to close. */
  act(): Promise<Outcome | undefined>;
}

export interface Outcome {
  message: string;
  /** A text to copy by hand. */
  text?: string | undefined;
}

export interface MenuOptions {
  /** Read out as the menu's name. */
  name: string;
  items: readonly MenuItem[];
  /** Read out as the name of the field of a text to copy. */
  fieldName: string;
  /** How a failure is put in words. */
  explain(error: unknown): string;
  close(): void;
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Arrows walk through the items. */
function onKey(event: KeyboardEvent, buttons: readonly HTMLElement[]): void {
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const at = buttons.findIndex((button) => button.matches(":focus"));
  buttons[step(at, buttons.length)]?.focus();
}

function fieldWith(text: string, name: string): HTMLTextAreaElement {
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.rows = 4;
  field.setAttribute("aria-label", name);
  field.addEventListener("focus", () => field.select());
  return field;
}

/** The inside of a menu: its items, a line that says what came of them, and at times a text to copy. */
export function menuList({ name, items, fieldName, explain, close }: MenuOptions): HTMLElement[] {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const report = ({ message, text }: Outcome) => {
    status.textContent = message;
    status.nextElementSibling?.remove();
    if (!text) return;
    const field = fieldWith(text, fieldName);
    status.after(field);
    field.scrollIntoView({ block: "nearest" });
  };
  const choose = async ({ act }: MenuItem) => {
    try {
      const outcome = await act();
      if (outcome) report(outcome);
      else close();
    } catch (error) {
      report({ message: explain(error) });
    }
  };
  const buttons = items.map((item) => {
    const button = makeButton(item.label, () => void choose(item));
    button.tabIndex = -1;
    button.setAttribute("role", "menuitem");
    return button;
  });
  const menu = document.createElement("div");
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", name);
  menu.addEventListener("keydown", (event) => onKey(event, buttons));
  menu.append(...buttons);
  return [menu, status];
}
