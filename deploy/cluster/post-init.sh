#!/bin/sh
# Makes the service's account and database, once, on the first primary. Patroni gives the address of its own connection.
set -eu
psql "$1" --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=password="$YUGONG_DB_PASSWORD" <<'SQL'
create role yugong login password :'password';
-- Reads how far the standbys are behind, for the metrics; sees nobody's data.
grant pg_monitor to yugong;
create database yugong owner yugong;
SQL
