-- one row per released project and department that bears its delay
-- 每行一条：已发布项目的承担部门
-- time: released_on
-- over time: flow
-- known: * where projects.released_on is not null
-- column delay_days: calendar days from the planned to the actual release times the share that the department bears; 0 when on time or early
select
  released_on,
  product_line, department,
  greatest(date_diff('day', planned_on, released_on), 0) * delay_share as delay_days
from staging.projects
where released_on is not null
