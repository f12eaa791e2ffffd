/** What comes into a page with its first use bubbles this from where it came. */
export const STAMPED = "stamped";

/** Puts what a template holds in its place; nothing without one. */
export function stamp(template: HTMLTemplateElement | null | undefined): void {
  const place = template?.parentElement;
  if (!template || !place) return;
  template.replaceWith(template.content);
  place.dispatchEvent(new CustomEvent(STAMPED, { bubbles: true }));
}

/** Whether an element of this id is in a part of a page, or in a template of it that has not come into the page yet. */
export const holds = (root: ParentNode, id: string): boolean =>
  root.querySelector(`#${CSS.escape(id)}`) !== null || [...root.querySelectorAll("template")].some(({ content }) => holds(content, id));
