import type { MatrixFinding } from "../data/matrix-findings.ts";
import type { Page } from "../site/ask/page.ts";
import type { TableData } from "../site/say/table.ts";

/** What a finding is about, in names. */
function aboutWhat(page: Page, finding: MatrixFinding): string {
  const department = (id: string) => page.member("department", id);
  switch (finding.kind) {
    case "duty_without_output":
      return page.titled(department(finding.department), page.say(finding.duty));
    case "uncounted_output":
      return page.titled(department(finding.department), page.member("output", finding.output));
    case "type_without_sla":
      return page.titled(department(finding.department), page.member("request_type", finding.request_type));
    case "sla_without_requests":
      return page.titled(
        department(finding.department),
        page.noted(page.member("request_type", finding.request_type), page.member("promise", finding.promise)),
      );
    case "two_owners":
      return page.titled(page.member("output", finding.output), page.listed(finding.departments.map(department)));
  }
}

/** What the matrix leaves open, as the build found it. */
export function findingsTable(page: Page, findings: readonly MatrixFinding[]): TableData {
  const { lint } = page.words.matrix;
  return {
    caption: lint.title,
    head: [lint.finding, lint.about],
    rows: findings.map((finding) => [lint.kinds[finding.kind], aboutWhat(page, finding)]),
  };
}
