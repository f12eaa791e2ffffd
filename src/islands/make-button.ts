/** A button with words that does something. */
export function makeButton(text: string, act: () => void, className = ""): HTMLButtonElement {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className, textContent: text });
  button.addEventListener("click", act);
  return button;
}
