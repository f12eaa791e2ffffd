-- one row per timesheet entry with another department
-- 每行一条：与其他部门的工时记录
-- time: worked_on
-- over time: flow
-- column is_meeting: the hours were spent in a meeting
-- column is_other: the hours were spent on anything but a meeting
select worked_on, department, counterpart, work_kind, hours, work_kind = 'meeting' as is_meeting, work_kind <> 'meeting' as is_other
from staging.timesheets
where department <> counterpart
