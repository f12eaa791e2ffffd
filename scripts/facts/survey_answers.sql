-- one row per answer to an item of the survey
-- 每行一条：问卷中一道题的回答
-- time: last_day
-- over time: flow
-- covers: quarters
-- small groups: survey: department within side
-- people: count(score)
-- top coded: score, on the scale of the survey
-- top coded: is_favourable among is_answered
-- says nothing of people: is_process, is_mechanism
-- known: score, is_answered, is_favourable where survey.score is not null
-- known: is_process where survey_items.aspect = 'process'
-- known: is_mechanism where survey_items.aspect = 'mechanism'
-- known: is_sales where survey.side = 'sales'
-- known: is_rnd where survey.side = 'rnd'
-- column last_day: last day of the fiscal quarter of the survey; in an unfinished one the last that the data cover
-- column is_process: the item is about the process
-- column is_mechanism: the item is about the mechanism
-- column is_answered: the item was given a score
-- column is_favourable: the score is as high as survey_scale in site.yaml says
-- column is_sales: the answer is from the side of sales
-- column is_rnd: the answer is from the side of R&D
select
  months.last_day,
  survey.side, survey.department, survey.item,
  survey.score,
  items.aspect = 'process' as is_process,
  items.aspect = 'mechanism' as is_mechanism,
  survey.score is not null as is_answered,
  coalesce(survey.score >= scale.favourable, false) as is_favourable,
  survey.side = 'sales' as is_sales,
  survey.side = 'rnd' as is_rnd
from staging.survey as survey
join staging.survey_items as items on items.item = survey.item
join staging.months as months on months.quarter_told = survey.quarter
cross join staging.survey_scale as scale
