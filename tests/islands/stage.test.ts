import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Drawn } from "../../src/islands/island.ts";
import { NotLoaded } from "../../src/islands/load.ts";
import { openStage, type Stage } from "../../src/islands/stage.ts";
import type { Page } from "../../src/site/ask/page.ts";
import { pageFor } from "../site/tiny-site.ts";

/** All that is observed is in view at once. */
class EverythingInView {
  readonly #tell: IntersectionObserverCallback;

  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell;
  }

  observe(target: Element): void {
    this.#tell([{ target, isIntersecting: true } as IntersectionObserverEntry], this as unknown as IntersectionObserver);
  }
}

/** Loads that are answered by hand. */
function loads() {
  const asked: { come: () => void; break: () => void }[] = [];
  const load = (file: string) =>
    new Promise<void>((resolve, reject) => asked.push({ come: () => resolve(), break: () => reject(new Error(`broken: ${file}`)) }));
  return { asked, load };
}

interface Opened {
  stage: Stage;
  has: ReadonlySet<string>;
  load(file: string): Promise<void>;
}

/** A part that needs the cube of the page's period, and what became of it. */
function partOn({ stage, has, load }: Opened) {
  const told: (string | null)[] = [];
  let retry = () => {};
  const need = (page: Page) => {
    const file = String(page.selection.period);
    if (file !== "last-quarter" && !has.has(file)) throw new NotLoaded(file, () => load(file));
    return file;
  };
  const part: Drawn = {
    element: pageFor({}, "en").document.createElement("p"),
    load: async () => undefined,
    prepare: need,
    draw: (page) => void told.push(`drawn: ${need(page)}`),
    fail(reason, again) {
      if (reason === null) return;
      told.push(reason);
      retry = again ?? retry;
    },
  };
  stage.add(part);
  return { told, retry: () => retry() };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const DRAWN_LATE = ["broken: last-month", "drawn: last-month"];
const MONTH = pageFor({ period: "last-month" }, "en");
const DEFAULT = pageFor({}, "en");

describe("a stage", () => {
  beforeEach(() => {
    vi.stubGlobal("IntersectionObserver", EverythingInView);
    return () => vi.unstubAllGlobals();
  });

  const opened = () => ({
    ...loads(),
    has: new Set<string>(),
    stage: openStage({ page: DEFAULT, explain: (error) => (error as Error).message, retry: (draw) => draw() }),
  });

  test("does not tell the failure of a cube that a part no longer waits for", async () => {
    const all = opened();
    const { stage, asked } = all;
    const part = partOn(all);
    stage.show(MONTH);
    stage.show(DEFAULT);
    asked[0]?.break();
    await settled();
    expect(part.told).toEqual(["drawn: last-quarter"]);
  });

  test("draws what failed before once a cube comes that another part asked for", async () => {
    const all = opened();
    const { stage, asked, has } = all;
    const [one, other] = [partOn(all), partOn(all)];
    stage.show(MONTH);
    for (const each of asked.splice(0)) each.break();
    await settled();
    one.retry();
    has.add("last-month");
    asked[0]?.come();
    await settled();
    expect([one.told, other.told]).toEqual([DRAWN_LATE, DRAWN_LATE]);
  });

  test("does nothing at a second try once the part is drawn", async () => {
    const all = opened();
    const { stage, asked } = all;
    const part = partOn(all);
    stage.show(MONTH);
    asked[0]?.break();
    await settled();
    const { retry } = part;
    stage.show(DEFAULT);
    retry();
    expect(part.told).toEqual(["broken: last-month", "drawn: last-quarter"]);
  });

  test("says of what it cannot draw for paper that it is not up to date, and draws it when the cube comes", async () => {
    const all = opened();
    const { stage, asked, has } = all;
    const part = partOn(all);
    stage.show(MONTH);
    stage.finish();
    expect(part.told).toEqual(["not loaded: last-month"]);
    has.add("last-month");
    asked[0]?.come();
    await settled();
    expect(part.told.at(-1)).toBe("drawn: last-month");
  });
});
