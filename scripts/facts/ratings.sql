-- one row per rating of a request resolved in a quarter that is over
-- 每行一条：在已结束的季度内解决的请求所得的评分
-- time: last_day
-- over time: flow
-- covers: quarters
-- small groups: ratings: output within department
-- people: count(rating)
-- known: rating where service_requests.rating is not null
-- known: * where service_requests.resolved_at is not null or service_requests.closed_at is not null or service_requests.hours_to_resolution is not null
-- on working time: nothing
-- dimension output: service_requests.output_delivered
-- column last_day: last day of the fiscal quarter in which the request was resolved
select ended.last_day, requests.department, requests.output_delivered as output, requests.rating
from staging.service_requests as requests
join facts.requests as dated on dated.request_id = requests.request_id
join staging.months as months
  on months.month = extract(year from dated.resolved_at) * 12 + extract(month from dated.resolved_at) - 1
join staging.months as ended on ended.quarter_ended = months.quarter
where requests.rating is not null
