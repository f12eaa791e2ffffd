-- one row per department that answered in a quarter
-- 每行一条：一个季度答题的部门
-- time: last_day
-- over time: flow
-- covers: quarters
-- small groups: survey: department within side
-- people: sum(respondents)
-- column last_day: last day of the fiscal quarter of the survey; in an unfinished one the last that the data cover
-- column respondents: people of the department who answered: the most answers that any item has
with answered as (
  select quarter, side, department, item, count(*) as people
  from staging.survey
  group by quarter, side, department, item
)
select
  months.last_day,
  answered.side, answered.department,
  max(answered.people) as respondents
from answered
join staging.months as months on months.quarter_told = answered.quarter
group by months.last_day, answered.side, answered.department
