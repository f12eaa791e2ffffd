-- one row per meeting planned
-- 每行一条：计划召开的会议
-- time: planned_on
-- over time: flow
select
  planned_on,
  meeting_series,
  coalesce(held_on = planned_on, false) as is_held,
  decisions_taken, decisions_due, decisions_closed_in_time
from staging.meetings
