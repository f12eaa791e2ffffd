import type { Progress, Task } from "../tools/progress.ts";

/** What a thread reports of its tasks, which have labels of their own. */
export type ProgressMessage =
  | { kind: "started"; label: string }
  | { kind: "updated"; label: string; share: number; records: number }
  | { kind: "ended"; label: string };

/** Progress that is reported elsewhere. */
export function sendingProgress(send: (message: ProgressMessage) => void): Progress {
  const task: Progress["task"] = async (label, work) => {
    send({ kind: "started", label });
    try {
      return await work({ update: (share, records) => send({ kind: "updated", label, share, records }) });
    } finally {
      send({ kind: "ended", label });
    }
  };
  return { task, step: (label, work) => task(label, async () => work()), finish: () => undefined };
}

/** Shows here what `sendingProgress` sends; at its `end` no task is left running. */
export function receivingProgress(progress: Progress): { tell: (message: ProgressMessage) => void; end: () => void } {
  const running = new Map<string, Task & { end: () => void }>();
  const tell = (message: ProgressMessage) => {
    const { kind, label } = message;
    if (kind === "updated") running.get(label)?.update(message.share, message.records);
    else if (kind === "ended") running.get(label)?.end();
    else void progress.task(label, (task) => new Promise<void>((end) => running.set(label, { update: task.update, end })));
  };
  const end = () => {
    for (const task of running.values()) task.end();
  };
  return { tell, end };
}
