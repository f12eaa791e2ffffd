/** What a metric counts, of one member of a dimension. */
type Things = (things: string, member: string) => string;

/** A member whose share of the weight has changed. */
interface Shift {
  member: string;
  isMore: boolean;
  before: string;
  after: string;
}

const ofMember: Things = (things, member) => (things.includes("的") ? `${member}${things}` : `${member}的${things}`);
const submitted: Things = (things, member) => `${member}提报的${things}`;
const lostTo: Things = (things, member) => `因${member}延误${things}`;

/** By dimension, or by fact and dimension where its members play another part in it; `any` for all others. */
const things: { any: Things } & Record<string, Things> = {
  any: (things, member) => `${things}（${member}）`,
  region: ofMember,
  segment: ofMember,
  product_line: ofMember,
  product: ofMember,
  department: ofMember,
  request_type: ofMember,
  output: ofMember,
  source: ofMember,
  grade: ofMember,
  side: ofMember,
  meeting_series: ofMember,
  "decisions.department": submitted,
  "submissions.department": submitted,
  "backlog.department": submitted,
  "reviews.department": submitted,
  "reviews_due.department": submitted,
  "releases.department": submitted,
  "requirements_in_work.department": submitted,
  "delay_losses.department": lostTo,
  "meeting_departments.department": (_, member) => `${member}参加的会议`,
  requested_by: (things, member) => `${member}提出的${things}`,
  counterpart: (things, member) => `与${member}的${things}`,
  item: (things, member) => `“${member}”的${things}`,
  level: (_, member) => `${member}目标`,
  promise: (_, member) => member,
};

/** Sentences on who carried a change. */
export const carried = {
  mostly: (things: string, amount: string) => `主要由${things}带动：${amount}。`,
  foremost: ({ things, amount, whole }: { things: string; amount: string; whole: string }) =>
    `${things}最突出：${amount}（整体 ${whole}）。`,
  exceeds: ({ things, amount, whole, offset }: { things: string; amount: string; whole: string; offset: string }) =>
    `${things}带来 ${amount}，超过整体的变化（${whole}）；其余部分抵消了 ${offset}。`,
  mix: ({ member, isMore, before, after }: Shift) => `主要因构成变化：“${member}”的占比由 ${before} ${isMore ? "升至" : "降至"} ${after}。`,
  reversed: ({ member, isMore, before, after, dimension, isRise }: Shift & { dimension: string; isRise: boolean }) =>
    `整体${isRise ? "上升" : "下降"}，但各${dimension}都${isRise ? "下降" : "上升"}：来自${member}的占比${isMore ? "增大" : "减小"}（${before} → ${after}）。`,
  alike: (dimension: string) => `各${dimension}变化大致相近，没有特别突出的。`,
  things,
  /** The same in a few words. */
  brief: {
    alike: (dimension: string) => `各${dimension}相近`,
    mix: (member: string) => `占比变化：${member}`,
  },
};
