/* The doors of the navigation close when the reader turns to something else. */

const opened = () => document.querySelectorAll<HTMLDetailsElement>("details[name='door'][open]");

document.addEventListener("click", ({ target }) => {
  for (const door of opened()) if (!(target instanceof Node && door.contains(target))) door.open = false;
});

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const door of opened()) {
    const hadFocus = door.contains(document.activeElement);
    door.open = false;
    if (hadFocus) door.querySelector("summary")?.focus();
  }
});
