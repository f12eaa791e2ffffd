-- one row per month's end and rotation running on it
-- 每行一条：月末在进行的轮岗（每月一行）
-- time: last_day
-- over time: stock
-- dimension department: rotations.from_department
-- dimension counterpart: rotations.to_department
-- column last_day: last day of the month; in an unfinished one the last that the data cover
select
  months.last_day,
  rotations.from_department as department,
  rotations.to_department as counterpart,
  rotations.role
from staging.rotations as rotations
join staging.months as months on rotations.starts_on <= months.last_day and rotations.ends_on >= months.last_day
