import type { Progress } from "../tools/progress.ts";

/** Seconds by phase of a build. */
export type Phases = Record<string, number>;

/** Reading and loading go on at the same time. */
const PHASE_OF: Readonly<Record<string, string>> = { load: "read" };

/** Progress that shows for how long anything of a phase was in work; the phase is the first word of a step, and `read` for work on a file. */
export function timedProgress(): Progress & { phases: Phases } {
  const phases: Phases = {};
  const inWork = new Map<string, { count: number; since: number }>();
  const timed = async <T>(word: string, work: () => T | Promise<T>): Promise<T> => {
    const phase = PHASE_OF[word] ?? word;
    const { count = 0, since = performance.now() } = inWork.get(phase) ?? {};
    inWork.set(phase, { count: count + 1, since });
    const result = await work();
    const left = (inWork.get(phase)?.count ?? 1) - 1;
    if (left > 0) inWork.set(phase, { count: left, since });
    else {
      inWork.delete(phase);
      phases[phase] = (phases[phase] ?? 0) + (performance.now() - since) / 1000;
    }
    return result;
  };
  return {
    phases,
    task: (_, work) => timed("read", () => work({ update: () => undefined })),
    step: (label, work) => timed(label.split(" ")[0] ?? label, work),
    finish: () => undefined,
  };
}
