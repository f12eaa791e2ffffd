-- one row per meeting planned
-- 每行一条：计划召开的会议
-- time: planned_on
-- over time: flow
-- known: is_held where meetings.held_on is not null
-- known: decisions_taken where meetings.decisions_taken is not null
-- known: decisions_due where meetings.decisions_due is not null
-- known: decisions_closed_in_time where meetings.decisions_closed_in_time is not null
select
  planned_on,
  meeting_series,
  coalesce(held_on = planned_on, false) as is_held,
  decisions_taken, decisions_due, decisions_closed_in_time
from staging.meetings
