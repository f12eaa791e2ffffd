-- one row per service request
-- 每行一条：协作请求
-- time: opened_on
-- over time: flow
-- on working time: nothing
-- column opened_on: day of the opening
-- column output: output that was delivered; null where none is recorded
-- column responded_at: moment of the first response; null where none is recorded
-- column closed_on: day of the resolution or, where there is none, of the cancellation; null while the request is open
-- column opened_position: working minutes of the company's calendar up to the opening
-- column assigned_position: working minutes of the company's calendar up to the assignment; null where none is recorded
-- column responded_position: working minutes of the company's calendar up to the first response; null where none is recorded
-- column resolved_position: working minutes of the company's calendar up to the resolution; null where not resolved
-- column cancelled_position: working minutes of the company's calendar up to the cancellation; null where not cancelled
-- column responded_day_position: working minutes of the company's calendar before the day of the first response; null where none is recorded
-- column resolved_day_position: working minutes of the company's calendar before the day of the resolution; null where not resolved
-- column cancelled_day_position: working minutes of the company's calendar before the day of the cancellation; null where not cancelled
select
  cast(requests.opened_at as date) as opened_on,
  requests.request_id, requests.deal_id,
  requests.department, requests.requested_by, requests.request_type,
  requests.product_line, requests.region, requests.segment, requests.own,
  requests.output_delivered as output,
  requests.opened_at,
  requests.first_response_at as responded_at,
  requests.resolved_at,
  cast(coalesce(requests.resolved_at, requests.cancelled_at) as date) as closed_on,
  requests.cancelled_at,
  -- a position is the working minutes of the company's calendar up to a moment; outside working time it stands still
  opened.minutes_before + at_opening.worked as opened_position,
  assigned.minutes_before + at_assignment.worked as assigned_position,
  responded.minutes_before + at_response.worked as responded_position,
  resolved.minutes_before + at_resolution.worked as resolved_position,
  cancelled.minutes_before + at_cancelling.worked as cancelled_position,
  -- those of the beginning of the day
  responded.minutes_before as responded_day_position,
  resolved.minutes_before as resolved_day_position,
  cancelled.minutes_before as cancelled_day_position
from staging.service_requests as requests
left join staging.working_days as opened on opened.day = cast(requests.opened_at as date)
left join staging.working_minutes as at_opening
  on at_opening.schedule = opened.schedule
  and at_opening.minute = extract(hour from requests.opened_at) * 60 + extract(minute from requests.opened_at)
left join staging.working_days as assigned on assigned.day = cast(requests.assigned_at as date)
left join staging.working_minutes as at_assignment
  on at_assignment.schedule = assigned.schedule
  and at_assignment.minute = extract(hour from requests.assigned_at) * 60 + extract(minute from requests.assigned_at)
left join staging.working_days as responded on responded.day = cast(requests.first_response_at as date)
left join staging.working_minutes as at_response
  on at_response.schedule = responded.schedule
  and at_response.minute = extract(hour from requests.first_response_at) * 60 + extract(minute from requests.first_response_at)
left join staging.working_days as resolved on resolved.day = cast(requests.resolved_at as date)
left join staging.working_minutes as at_resolution
  on at_resolution.schedule = resolved.schedule
  and at_resolution.minute = extract(hour from requests.resolved_at) * 60 + extract(minute from requests.resolved_at)
left join staging.working_days as cancelled on cancelled.day = cast(requests.cancelled_at as date)
left join staging.working_minutes as at_cancelling
  on at_cancelling.schedule = cancelled.schedule
  and at_cancelling.minute = extract(hour from requests.cancelled_at) * 60 + extract(minute from requests.cancelled_at)
