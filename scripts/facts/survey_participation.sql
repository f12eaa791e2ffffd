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
-- column respondents: people of the department who answered; 0 without answers
select
  months.last_day,
  invitations.side, invitations.department,
  invitations.invited,
  coalesce(answered.respondents, 0) as respondents
from staging.survey_invitations as invitations
join staging.months as months on months.quarter_told = invitations.quarter
left join facts.survey_respondents as answered
  on answered.last_day = months.last_day and answered.side = invitations.side and answered.department = invitations.department
