\set one random(1, 100000)
\set other random(1, 100000)
select pgbench.place(gen_random_uuid(), :one, :other);
