// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { beijingDay } from '../lib/registry.mjs';
import { issueResult } from '../lib/results.mjs';
import { dossier, fault, head, intakeFor, location, opened, patch, receipt, upload } from './support.mjs';

const get = (intake, address, headers = {}) => fetch(`${intake.url}${address}`, { headers });

test('orders come from the folder, else the specimen where asked for', async (t) => {
    const intake = await intakeFor(t, { sampleOrders: true });
    await mkdir(path.join(intake.dir, 'orders'));
    await writeFile(path.join(intake.dir, 'orders', '2026-08-11.json'), '[{"orderId":"D-1"}]');
    const own = await (await get(intake, '/v1/orders?date=2026-08-11')).json();
    assert.deepEqual(own, { date: '2026-08-11', orders: [{ orderId: 'D-1' }] });
    const sample = await (await get(intake, '/v1/orders?date=2026-08-12')).json();
    assert.equal(sample.orders[0].format, 'handshake-filing/1');
    for (const bad of ['/v1/orders', '/v1/orders?date=../../etc/passwd', '/v1/orders?date=2026'])
        assert.equal((await get(intake, bad)).status, 400, bad);
});

test('results are signed and come page by page', async (t) => {
    const intake = await intakeFor(t);
    await mkdir(path.join(intake.dir, 'results'));
    for (let index = 0; index < 25; ++index)
        await writeFile(path.join(intake.dir, 'results', `${String(index).padStart(4, '0')}.json`),
            JSON.stringify({ dossier_id: 'a'.repeat(64), status: 'accepted', n: index }));
    const first = await (await get(intake, '/v1/results')).json();
    const second = await (await get(intake, `/v1/results?cursor=${first.cursor}`)).json();
    const last = await (await get(intake, `/v1/results?cursor=${second.cursor}`)).json();
    const numbers = [...first.results, ...second.results].map((jws) => {
        const [header, payload] = opened(jws, intake.receiptKey);
        assert.equal(header.typ, 'handshake-result');
        return payload.n;
    });
    assert.deepEqual(numbers, Array.from({ length: 25 }, (_, index) => index));
    assert.deepEqual(last, { results: [], cursor: second.cursor });
});

test('issued results come behind all earlier ones, whole and checked', async (t) => {
    const intake = await intakeFor(t, { faults: true });
    const id = 'a'.repeat(64);
    const item = { target: 'photo@site:1', code: 'P-01', reason: '背景不符 样本', advice: 'retake' };
    await Promise.all(Array.from({ length: 30 }, (_, n) =>
        issueResult(intake.dir, { dossier_id: id, status: 'accepted', numbers: { n: String(n) } })));
    await issueResult(intake.dir, { dossier_id: id, status: 'returned', to: 'counter', items: [item] });
    const first = await (await get(intake, '/v1/results')).json();
    const second = await (await get(intake, `/v1/results?cursor=${first.cursor}`)).json();
    const all = [...first.results, ...second.results].map((jws) => opened(jws, intake.receiptKey)[1]);
    assert.equal(all.length, 31);
    assert.equal(new Set(all.slice(0, 30).map((result) => result.numbers.n)).size, 30);
    assert.deepEqual(all[30].items, [item]);
    assert.ok(all.every((result) => !Number.isNaN(Date.parse(result.issued_at))));
    const bad = [{}, { dossier_id: id, status: 'lost' }, { dossier_id: id, status: 'returned' },
        { dossier_id: id, status: 'passed', to: 'nobody' }, { dossier_id: id, status: 'passed', numbers: { n: 1 } },
        { dossier_id: id, status: 'returned', items: [{ target: 'x' }] }];
    for (const result of bad)
        await assert.rejects(issueResult(intake.dir, result), JSON.stringify(result));
    await fault(intake, { 'wrong-result': 1 });
    const forged = await (await get(intake, '/v1/results')).json();
    assert.throws(() => opened(forged.results[0], intake.receiptKey));
    assert.doesNotThrow(() => opened(forged.results[1], intake.receiptKey));
    assert.equal((await get(intake, `/v1/results?cursor=${'x'.repeat(300)}`)).status, 400);
});

test('the command issues for what is filed only', async (t) => {
    const intake = await intakeFor(t);
    const what = dossier();
    const issue = (...more) => spawnSync(process.execPath, [fileURLToPath(new URL('../issue-result.mjs', import.meta.url)),
        '--dir', intake.dir, '--dossier', what.id, '--status', 'passed', '--number', 'subject=样本ICP备00000001号', ...more]);
    assert.equal(issue().status, 1);
    assert.equal(issue('--unfiled').status, 0);
    assert.equal(await upload(intake, what), 204);
    assert.equal(issue().status, 0);
    assert.equal(issue('--item', 'no JSON').status, 64);
    const { results } = await (await get(intake, '/v1/results')).json();
    assert.deepEqual(results.map((jws) => opened(jws, intake.receiptKey)[1].numbers.subject),
        Array(2).fill('样本ICP备00000001号'));
});

test('reconciling names what is filed, missing and not named', async (t) => {
    const intake = await intakeFor(t);
    const [one, two, three] = ['1', '2', '3'].map((salt) => dossier(salt));
    await upload(intake, one);
    await upload(intake, two);
    const body = JSON.stringify({ counter: 'C-01', date: beijingDay(new Date().toISOString()), dossiers: [one.id, three.id] });
    const answer = await (await fetch(`${intake.url}/v1/reconcile`, { method: 'POST', body })).json();
    assert.deepEqual(answer.filed.map((entry) => entry.dossier_id), [one.id]);
    assert.deepEqual(answer.missing, [three.id]);
    assert.deepEqual(answer.unnamed.map((entry) => entry.dossier_id), [two.id]);
});

test('uploads are never given out, and strange addresses are not found', async (t) => {
    const intake = await intakeFor(t);
    const where = await location(intake, dossier());
    assert.equal((await fetch(where)).status, 405);
    assert.equal((await get(intake, '/v1/faults')).status, 404);
    assert.equal((await get(intake, '/v1/dossiers/..%2f..%2fkey/receipt')).status, 400);
    assert.equal((await get(intake, '/')).status, 404);
    const huge = await fetch(`${intake.url}/v1/reconcile`, { method: 'POST', body: 'x'.repeat(70_000) });
    assert.equal(huge.status, 413);
});

test('with a token file nobody comes in without it', async (t) => {
    const tokenFile = path.join((await intakeFor(t)).dir, 'token');
    await writeFile(tokenFile, 'secret-of-C-01\n');
    const intake = await intakeFor(t, { tokenFile });
    assert.equal((await get(intake, '/v1/results')).status, 401);
    assert.equal((await get(intake, '/v1/results', { Authorization: 'Bearer wrong' })).status, 401);
    assert.equal((await get(intake, '/v1/results', { Authorization: 'Bearer secret-of-C-01' })).status, 200);
});

test('faults come when asked for, so often as asked for', async (t) => {
    const intake = await intakeFor(t, { faults: true });
    const what = dossier();
    await fault(intake, { html: 1, 500: 1 });
    assert.match(await (await get(intake, '/v1/results')).text(), /sign in/);
    assert.equal((await get(intake, '/v1/results')).status, 500);
    assert.equal((await get(intake, '/v1/results')).status, 200);

    const where = await location(intake, what);
    await fault(intake, { expire: 1 });
    assert.equal((await head(where)).status, 410);
    await fault(intake, { 'forget-upload': 1 });
    assert.equal((await head(where)).status, 404);

    assert.equal(await upload(intake, what), 204);
    await fault(intake, { 'drop-receipt': 1 });
    await assert.rejects(receipt(intake, what.id));
    await fault(intake, { 'wrong-receipt': 1 });
    const forged = await receipt(intake, what.id);
    assert.throws(() => opened(forged, intake.receiptKey));
    assert.equal(opened(await receipt(intake, what.id), intake.receiptKey)[1].dossier_id, what.id);
    assert.equal((await fetch(`${intake.url}/v1/faults`, { method: 'POST', body: '{"nonsense":1}' })).status, 400);
});

test('the line is cut at the byte that was named', async (t) => {
    const intake = await intakeFor(t, { faults: true });
    const what = dossier();
    const where = await location(intake, what);
    await fault(intake, { 'reset-at': 600 });
    await assert.rejects(new Promise((resolve, reject) => { // on a connection of its own
        http.request(where, {
            method: 'PATCH', agent: false,
            headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
        }, resolve).on('error', reject).end(what.bytes);
    }));
    const offset = Number((await head(where)).headers.get('upload-offset'));
    assert.ok(offset < 600 && offset < what.bytes.length, `${offset}`);
    assert.equal((await patch(where, offset, what.bytes.subarray(offset))).status, 204);
    assert.equal(opened(await receipt(intake, what.id), intake.receiptKey)[1].sha256, what.sha256);
});
