-- one row per promise of a service request that fell due
-- 每行一条：已到期的请求承诺
-- time: due_on
-- over time: flow
-- known: * where service_requests.department is not null
-- known: * where service_requests.request_type is not null
-- on working time: * up to case clock when 'working_days' then due_on end
-- on working time: clock_hours up to case clock when 'working_days' then fulfilled_on end
-- dimension request_type: service_requests.request_type
select *
from facts.promises_made
where not is_withdrawn
