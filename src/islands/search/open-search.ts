/* Opens the search: by its button, ⌘K, Ctrl+K or `/`. What finds is loaded then; what is typed until it came is not lost. */

const dialog = document.querySelector<HTMLDialogElement>("dialog.search");

async function open(): Promise<void> {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  try {
    const { search } = await import("./search.ts");
    await search(dialog);
  } catch {
    // gone with an older site, or out of reach: all metrics stand in the catalogue
    location.assign(dialog.dataset["catalogue"] ?? "");
  }
}

const isTypedInto = (target: EventTarget | null) => target instanceof Element && target.closest("input, textarea, select") !== null;

const isAsked = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent) =>
  key.toLowerCase() === "k" ? (ctrlKey || metaKey) && !altKey : key === "/" && !ctrlKey && !metaKey && !altKey && !isTypedInto(target);

const button = document.querySelector(".search-opener");
button?.addEventListener("click", () => void open());
const key = button?.querySelector("kbd");
if (key && /Mac|iP/.test(navigator.platform)) key.textContent = "⌘K";

addEventListener("keydown", (event) => {
  if (!dialog || !isAsked(event)) return;
  event.preventDefault();
  void open();
});
