// A check is a name and a function that throws. Each script names its own and ends with run().
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** Where the server is, who asks and what: see README.md beside this file. */
export const target = JSON.parse(readFileSync(process.env.CONFORMANCE_TARGET, 'utf8'));

/** Made when it is used: one made at the start may have expired by then on a busy machine. */
export const shortToken = async () => (await fetch(target.shortTokens)).text();

const checks = [];
export const check = (name, run) => checks.push({ name, run });

export async function run(figure) {
  let failed = 0;
  for (const { name, run } of checks) {
    try {
      await withLimit(run(), 20_000);
      console.log(`ok ${name}`);
    } catch (error) {
      failed++;
      console.log(`not ok ${name}: ${error?.stack ?? JSON.stringify(error)}`);
    }
  }
  console.log(`figure ${figure} checks=${checks.length} failed=${failed}`);
  process.exit(failed === 0 && checks.length > 0 ? 0 : 1);
}

/** A check that hangs has failed. */
function withLimit(promise, ms) {
  let timer;
  const limit = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms)));
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

/** An execution result that did what it was asked for. */
export function assertData(result) {
  assert.equal(result.errors, undefined, JSON.stringify(result.errors));
  assert.ok(result.data, JSON.stringify(result));
}

export const post = (request, headers = {}) =>
  fetch(target.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${target.token}`, ...headers },
    body: JSON.stringify(request),
  });

/** Lets the subscribed thing happen, where it does not by itself. Repeated until somebody has heard, as a subscription has no "begun". */
export function trigger() {
  if (!target.trigger) return () => {};
  const again = setInterval(() => void post(unique(target.trigger)).catch(() => {}), 500);
  return () => clearInterval(again);
}

let count = 0;
/** Every `{n}` in the request becomes a number of its own, so that a repeated act is another act. */
export const unique = (request) => JSON.parse(JSON.stringify(request).replaceAll('{n}', `${process.pid}-${++count}`));
