-- one row per change of a requirement
-- 每行一条：需求变更
-- time: changed_on
-- over time: flow
-- known: is_in_work where requirements.approved_at is not null
-- known: is_in_work where requirements.released_at is not null
-- dimension change_reason: requirement_changes.reason
-- column is_in_work: made from the day of the approval to that of the release; not true where the requirement is not approved
select
  changes.changed_on,
  requirements.department, requirements.region, requirements.segment, requirements.product_line, requirements.value_class, requirements.own,
  changes.asked_by,
  changes.reason as change_reason,
  changes.changed_on >= cast(requirements.approved_at as date)
    and (requirements.released_at is null or changes.changed_on <= cast(requirements.released_at as date)) as is_in_work
from staging.requirement_changes as changes
join staging.requirements as requirements on requirements.requirement_id = changes.requirement_id
