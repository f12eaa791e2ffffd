import type { Words } from "../i18n/language.ts";

/** Why a part of the page could not be drawn again, and how to try again. */
interface Failure {
  reason: string;
  retry?: (() => void) | undefined;
}

/** One line for all parts of a page that have no room to say themselves that they are not up to date. */
export interface PageFailure {
  /** Says what became of a part; null when it is up to date. */
  report(part: Element, failure: Failure | null): void;
}

/** Uses the line of the layout, whose button tries all of them again. */
export function pageFailure({ selection }: Words): PageFailure {
  const failures = new Map<Element, Failure>();
  const line = document.querySelector<HTMLElement>(".page-failure");
  line?.querySelector("button")?.addEventListener("click", () => {
    for (const { retry } of [...failures.values()]) retry?.();
  });
  return {
    report(part, failure) {
      if (!failure && !failures.delete(part)) return;
      if (failure) failures.set(part, failure);
      const [first] = failures.values();
      const text = line?.firstChild;
      if (first && text) text.textContent = `${selection.failed(first.reason)} `;
      if (line) line.hidden = !first;
    },
  };
}
