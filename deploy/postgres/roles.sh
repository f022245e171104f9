#!/bin/bash
# Run once by the postgres image when the store is made: the application's role is no superuser,
# and the reading role sees rows only through row-level security.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$CASEMANAGER_DB_PASSWORD" -U "$POSTGRES_USER" <<'SQL'
create role cm_read nologin;
create role casemanager login createrole nosuperuser password :'password';
grant cm_read to casemanager with admin option;
alter role casemanager set lock_timeout = '10s';
alter role casemanager set statement_timeout = '60s';
create database casemanager owner casemanager;
SQL
