-- one row per month's end and project that should have been released by then and was not
-- 每行一条：月末时已过计划发布日而未发布的项目（每月一行）
-- time: last_day
-- over time: stock
-- known: * where projects.released_on is not null
-- column last_day: last day of the month; in an unfinished one the last that the data cover
-- column product_line: product line of the project, the first by name where it has several
-- column overdue_days: calendar days from the planned release to that day
with projects as (
  select project_id, min(product_line) as product_line, min(planned_on) as planned_on, min(released_on) as released_on
  from staging.projects
  group by project_id
)
select
  months.last_day,
  projects.product_line,
  date_diff('day', projects.planned_on, months.last_day) as overdue_days
from projects
join staging.months as months
  on projects.planned_on < months.last_day and (projects.released_on is null or projects.released_on > months.last_day)
