-- one row per goal whose period is over, without those of roles that too few people hold
-- 每行一条：期间已结束的目标，任职人数不足的岗位除外
-- time: last_day
-- over time: flow
-- covers: quarters
-- known: attainment, is_attained, is_awaited where goals.actual is not null
-- known: is_linked, is_one_sided where goals.linked_goal_ids is not null
-- known: is_orphan where goals.parent_goal_id is not null
-- column last_day: last day of the month, quarter or year that the goal is for
-- column attainment: 1 when attained, else result and target compared, the smaller over the larger; 0 without a result, null while one is awaited
-- column is_attained: the result is as good as the target or better; false without a result
-- column is_awaited: there is no result yet, and the period ended within the last 30 days that the data cover
-- column is_below_company: the goal of a department or a role
-- column is_linked: the goal of a department or a role, linked with a goal of another department by either of the two
-- column is_orphan: the goal of a department or a role that serves no goal above it
-- column is_one_sided: it names a linked goal that does not name it in return
with ended as (
  select quarter_ended as period, last_day from staging.months where quarter_ended is not null
  union all
  select substring(quarter_ended, 1, 4), last_day from staging.months where quarter_ended like '%Q4'
  union all
  select cast(extract(year from last_day) as varchar) || '-' || lpad(cast(extract(month from last_day) as varchar), 2, '0'), last_day
  from staging.months
  where extract(month from last_day + interval '1' day) <> extract(month from last_day)
),
links as (
  select
    goals.goal_id,
    other.goal_id as linked_id,
    coalesce(goals.department <> other.department, false) as is_across
  from staging.goals as goals
  join staging.goals as other on position(';' || other.goal_id || ';' in ';' || goals.linked_goal_ids || ';') > 0
),
-- a link counts for the goal that is named as well as for the one that names it
sides as (
  select goal_id, linked_id, is_across, true as is_own from links
  union all
  select linked_id, goal_id, is_across, false from links
),
linked as (
  select
    sides.goal_id,
    count(*) filter (where sides.is_across) as links_across,
    count(*) filter (where sides.is_own and back.goal_id is null) as links_unanswered
  from sides
  left join links as back on back.goal_id = sides.linked_id and back.linked_id = sides.goal_id
  group by sides.goal_id
),
measured as (
  select
    goal_id,
    case when better = 'lower' then actual <= target else actual >= target end as is_attained,
    least(actual, target) as lesser,
    greatest(actual, target) as greater
  from staging.goals
  where actual is not null
),
-- what was reached is reported within 30 days
reported as (
  select cast(max(last_day) - interval '30' day as date) as until from staging.months
)
select
  ended.last_day,
  goals.level, goals.department,
  case
    when measured.goal_id is null and ended.last_day > reported.until then null
    when measured.goal_id is null then 0.0
    when measured.is_attained then 1.0
    when measured.lesser <= 0 then 0.0
    else measured.lesser * 1.0 / measured.greater
  end as attainment,
  coalesce(measured.is_attained, false) as is_attained,
  measured.goal_id is null and ended.last_day > reported.until as is_awaited,
  goals.level <> 'company' as is_below_company,
  goals.level <> 'company' and coalesce(linked.links_across, 0) > 0 as is_linked,
  goals.level <> 'company' and parents.goal_id is null as is_orphan,
  coalesce(linked.links_unanswered, 0) > 0 as is_one_sided
from staging.goals as goals
join ended on ended.period = goals.period
cross join reported
left join measured on measured.goal_id = goals.goal_id
left join staging.goals as parents on parents.goal_id = goals.parent_goal_id
left join linked on linked.goal_id = goals.goal_id
where goals.level <> 'role' or goals.role in (select role from staging.shown_roles)
