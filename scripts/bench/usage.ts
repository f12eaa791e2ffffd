// Loaded before a program that is measured (`node --import`): says on file descriptor 3 what the process used.
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

if (isMainThread) process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));
