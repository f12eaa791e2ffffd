import type { SlideCell } from "../../../data/review.ts";
import type { Page } from "../../../site/ask/page.ts";
import { hasPromises } from "../../../site/ask/promises.ts";
import { judged } from "../../../site/ask/verdicts.ts";
import { questionsOf } from "../../../site/matrix/questions.ts";
import { concernToSee } from "../../../site/matrix/talk-first.ts";
import { verdictName } from "../../../site/say/verdict-words.ts";
import { slideCell } from "../blocks.ts";
import type { SlideMaker } from "../context.ts";
import { signalsOf } from "../signals.ts";

/** Rows in all, of which at least so many are empty. */
const [ROWS, EMPTY] = [8, 3];

/** What follows from the findings: the metrics that got worse, and what is to be asked of a department. */
function mattersOf(page: Page): string[] {
  const worse = signalsOf(page).filter((view) => judged(page, view).direction === "worse");
  const ofMetrics = worse.map((view) =>
    page.noted(page.titled(page.say(view.metric.label), page.shown(view.standing?.point, view.metric.unit)), verdictName(page, view)),
  );
  const concern = hasPromises(page.site) ? concernToSee(page) : null;
  const questions = concern ? questionsOf(page).map(({ text }) => page.titled(page.member("department", concern.department), text)) : [];
  return [...ofMetrics, ...questions];
}

/** What is to be decided: rows for who does it, and by when. */
const decisions: SlideMaker = ({ page }) => {
  const { title, head, note } = page.words.review.decisions;
  const matters = mattersOf(page).slice(0, ROWS - EMPTY);
  const names = Object.values(head);
  const row = (matter: string): SlideCell[] => names.map((_, column) => slideCell(column === 0 ? matter : ""));
  return [
    {
      id: "decisions",
      says: title,
      blocks: [
        {
          ...{ kind: "table", caption: "" },
          head: names.map((name) => slideCell(name)),
          rows: Array.from({ length: ROWS }, (_, i) => row(matters[i] ?? "")),
        },
      ],
      href: page.href(""),
      notes: [note],
    },
  ];
};

export default decisions;
