import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longest. What takes long, and is started last, keeps one core at work and leaves the others idle. */
const SLOW = [
  "browser/pages.test.ts",
  "browser/reader/numbers.test.ts",
  "setup/whole-build.test.ts",
  "site/still-companies.test.ts",
  "setup/without-metrics.test.ts",
  "docs/additions.test.ts",
];

const isSlow = ({ moduleId }: TestSpecification): boolean => SLOW.some((file) => moduleId.endsWith(`/tests/${file}`));

/** Starts the files that take longest first; vitest alone goes by their size where it has not seen them run. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}
