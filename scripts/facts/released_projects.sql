-- one row per released project
-- 每行一条：已发布的项目
-- time: released_on
-- over time: flow
-- known: * where projects.released_on is not null
-- column released_on: day of the actual release
-- column product_line: product line of the project, the first by name where it has several
-- column delay_days: calendar days from the planned to the actual release; 0 when on time or early
select
  project_id,
  min(released_on) as released_on,
  min(product_line) as product_line,
  greatest(date_diff('day', min(planned_on), min(released_on)), 0) as delay_days
from staging.projects
where released_on is not null
group by project_id
