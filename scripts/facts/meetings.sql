-- one row per meeting planned
-- 每行一条：计划召开的会议
-- time: planned_on
-- over time: flow
-- known: is_held where meetings.held_on is not null
-- known: decisions_taken where meetings.decisions_taken is not null
-- known: decisions_due, is_unrecorded where meetings.decisions_due is not null
-- known: decisions_closed_in_time where meetings.decisions_closed_in_time is not null
-- column is_held: held on the day for which it was planned
-- column decisions_closed_in_time: decisions due that were closed in time, 0 where none is recorded; null where decisions due are not recorded
-- column is_unrecorded: how many decisions fell due is not recorded
select
  planned_on,
  meeting_series,
  coalesce(held_on = planned_on, false) as is_held,
  decisions_taken, decisions_due,
  -- what nobody recorded as closed has not been
  case when decisions_due is not null then coalesce(decisions_closed_in_time, 0) end as decisions_closed_in_time,
  decisions_due is null as is_unrecorded
from staging.meetings
