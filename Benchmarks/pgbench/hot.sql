\set other random(2, 100000)
select pgbench.place(gen_random_uuid(), 1, :other);
