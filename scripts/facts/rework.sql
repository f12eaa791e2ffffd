-- one row per piece of rework
-- 每行一条：返工
-- time: worked_on
-- over time: flow
-- known: cost_cny where rework.cost_cny is not null
-- known: is_deviation where rework.cause = 'requirement_deviation'
-- dimension rework_cause: rework.cause
-- column is_deviation: caused by a deviation from the requirement
select
  rework.worked_on,
  requirements.department, requirements.region, requirements.segment, requirements.product_line, requirements.value_class, requirements.own,
  rework.cause as rework_cause,
  rework.cost_cny,
  rework.hours,
  rework.cause = 'requirement_deviation' as is_deviation
from staging.rework as rework
join staging.requirements as requirements on requirements.requirement_id = rework.requirement_id
