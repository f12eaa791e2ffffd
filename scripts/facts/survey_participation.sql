-- one row per department asked in a quarter
-- 每行一条：一个季度受邀的部门
-- time: last_day
-- over time: flow
-- covers: quarters
-- small groups: survey: department within side
-- people: sum(respondents)
-- known: respondents where survey.side is not null
-- known: respondents where survey.department is not null
-- known: respondents where survey_invitations.side is not null
-- known: respondents where survey_invitations.department is not null
-- column last_day: last day of the fiscal quarter of the survey; in an unfinished one the last that the data cover
-- column respondents: people of the department who answered: the most answers that any item has; 0 without answers
with answered as (
  select quarter, side, department, item, count(*) as people
  from staging.survey
  group by quarter, side, department, item
),
respondents as (
  select quarter, side, department, max(people) as people
  from answered
  group by quarter, side, department
)
select
  months.last_day,
  invitations.side, invitations.department,
  invitations.invited,
  coalesce(respondents.people, 0) as respondents
from staging.survey_invitations as invitations
join staging.months as months on months.quarter_told = invitations.quarter
left join respondents
  on respondents.quarter = invitations.quarter and respondents.side = invitations.side and respondents.department = invitations.department
