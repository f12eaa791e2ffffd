import type { Progress } from "../progress.ts";

/** Seconds by phase of a build. */
export type Phases = Record<string, number>;

/** Progress that adds up seconds by the first word of a step; work on a file is called `read`. */
export function timedProgress(): Progress & { phases: Phases } {
  const phases: Phases = {};
  const timed = async <T>(phase: string, work: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    phases[phase] = (phases[phase] ?? 0) + (performance.now() - started) / 1000;
    return result;
  };
  return {
    phases,
    task: (_, work) => timed("read", () => work({ update: () => undefined })),
    step: (label, work) => timed(label.split(" ")[0] ?? label, work),
    finish: () => undefined,
  };
}
