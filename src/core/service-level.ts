import { flag, hours, number, timestamp } from "./columns.ts";

/** What a ticket system says itself of how long a request took and whether its promise was kept. */
export const serviceLevel = {
  closed_at: timestamp({
    label: { zh: "关闭时间", en: "Closed" },
    description: {
      zh: "关闭的时刻；没有解决时间又未撤销的，以关闭为解决。",
      en: "When it was closed: its resolution where there is no other, unless it was cancelled.",
    },
    required: false,
    publish: "summed",
    example: "2026-03-10 09:00",
  }),
  hours_to_first_response: hours({
    label: { zh: "首次响应用时", en: "Hours to first response" },
    description: {
      zh: "从提出到首次响应的日历小时；没有首次响应时间时由此推算。",
      en: "Calendar hours from opening to the first response, which is placed by them where its time is not exported.",
    },
    required: false,
    publish: "summed",
    example: "19.92",
  }),
  hours_to_resolution: hours({
    label: { zh: "解决用时", en: "Hours to resolution" },
    description: {
      zh: "从提出到解决的日历小时，含等待提出方的时间；解决与关闭时间都没有时由此推算。",
      en: "Calendar hours from opening to resolution, waits for those who asked included; the resolution is placed by them where neither it nor the closing has a time.",
    },
    required: false,
    publish: "summed",
    example: "99.42",
  }),
  due_at: timestamp({
    label: { zh: "截止时间", en: "Due" },
    description: {
      zh: "系统给出的应解决时刻，到这一分钟算按时；没有时分的，到当天结束。",
      en: "By when the system says that it has to be resolved, this minute included; without a time of day, by the end of the day.",
    },
    required: false,
    publish: "summed",
    example: "2026-03-10 18:00",
    isPlan: true,
  }),
  sla_met: flag({
    label: { zh: "是否达标", en: "SLA met" },
    description: {
      zh: "系统判断的解决承诺是否兑现；以此为准，空则由截止时间或 SLA 规则判断。",
      en: "Whether the system says that it was resolved in time, which then counts; empty where the due time or the rule is to decide.",
    },
    required: false,
    publish: "summed",
    example: "true",
  }),
  paused_minutes: number({
    label: { zh: "暂停分钟", en: "Paused minutes" },
    description: {
      zh: "等待提出方的日历分钟，夜间与周末也计；解决的计时在此期间停止。",
      en: "Calendar minutes, nights and weekends included, for which it waited for those who asked; the clock of the resolution stands still in them.",
    },
    required: false,
    publish: "summed",
    example: "90",
    min: 0,
  }),
  paused_since: timestamp({
    label: { zh: "暂停开始时间", en: "Paused since" },
    description: {
      zh: "未解决的请求，目前仍在等待提出方，从何时起；不含在暂停分钟中。",
      en: "Of a request that is open: since when it has been waiting for those who asked, and still is; not part of the paused minutes.",
    },
    required: false,
    publish: "summed",
    example: "",
  }),
};
