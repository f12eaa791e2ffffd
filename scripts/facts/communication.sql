-- one row per timesheet entry with another department
-- 每行一条：与其他部门的工时记录
-- time: worked_on
-- over time: flow
-- known: * where timesheets.department is not null
-- known: * where timesheets.counterpart is not null
-- known: is_meeting, is_other where timesheets.work_kind is not null
-- column is_meeting: the hours were spent in a meeting
-- column is_other: the hours were spent on anything but a meeting
select
  worked_on,
  department, counterpart, work_kind,
  hours,
  work_kind = 'meeting' as is_meeting,
  work_kind not in ('meeting', 'not_stated') as is_other
from staging.timesheets
where department <> counterpart and department <> 'not_stated' and counterpart <> 'not_stated'
