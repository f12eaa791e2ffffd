-- one row per promise of a service request that fell due
-- 每行一条：已到期的请求承诺
-- time: due_on
-- over time: flow
-- cases last: facts.requests.opened_on to closed_on
-- known: * where sla.time_limit is not null or service_requests.sla_met is not null or service_requests.due_at is not null
-- known: * where service_requests.department is not null or sla.department = 'not_stated' or service_requests.sla_met is not null or service_requests.due_at is not null
-- known: * where service_requests.request_type is not null or sla.request_type = 'not_stated' or service_requests.sla_met is not null or service_requests.due_at is not null
-- known: clock_hours, limit_hours where sla.time_limit is not null or service_requests.due_at is not null
-- known: is_met_by_current_rule, has_rule where sla.time_limit is not null
-- known: is_met_by_current_rule, has_rule where service_requests.department is not null or sla.department = 'not_stated'
-- known: is_met_by_current_rule, has_rule where service_requests.request_type is not null or sla.request_type = 'not_stated'
-- on working time: * up to case clock when 'working_days' then due_on end
-- on working time: clock_hours up to case clock when 'working_days' then fulfilled_on end
-- dimension request_type: service_requests.request_type
-- dimension priority: service_requests.priority
select *
from facts.promises_made
where not is_withdrawn
