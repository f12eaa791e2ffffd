-- one row per timesheet entry
-- 每行一条：工时记录
-- time: worked_on
-- over time: flow
select worked_on, department, work_kind, hours
from staging.timesheets
