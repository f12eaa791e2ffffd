/** Sets a text where it differs, so that nothing is announced or laid out for nothing. */
export function writeText(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
