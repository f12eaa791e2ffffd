-- one row per meeting planned and department that takes part in it
-- 每行一条：计划召开的会议的参加部门
-- time: planned_on
-- over time: flow
-- known: is_held where meetings.held_on is not null
-- column department: department that takes part in the meeting
-- column is_held: held on the day for which it was planned
select
  meetings.planned_on,
  departments.department,
  meetings.meeting_series,
  coalesce(meetings.held_on = meetings.planned_on, false) as is_held
from staging.meetings as meetings
join staging.departments as departments on position(';' || departments.department || ';' in ';' || meetings.departments || ';') > 0
