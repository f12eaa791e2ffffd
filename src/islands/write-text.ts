/** Sets a text where it differs, so that nothing is announced or laid out for nothing. */
export function writeText(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** A button with words that does something. */
export function makeButton(text: string, act: () => void, className = ""): HTMLButtonElement {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className, textContent: text });
  button.addEventListener("click", act);
  return button;
}
