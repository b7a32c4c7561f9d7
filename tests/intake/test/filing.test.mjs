// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import {
    create, dossier, head, intakeFor, location, opened, patch, receipt, sha256, upload,
} from './support.mjs';

test('an upload is filed, and its receipt says what was filed', async (t) => {
    const intake = await intakeFor(t);
    const what = dossier();
    assert.equal(await receipt(intake, what.id), 404);
    assert.equal(await upload(intake, what), 204);

    const [header, payload] = opened(await receipt(intake, what.id), intake.receiptKey);
    assert.equal(header.alg, 'EdDSA');
    assert.equal(header.typ, 'handshake-receipt');
    assert.ok(header.kid.length > 0);
    assert.deepEqual(Object.keys(payload).sort(),
        ['audit', 'bytes', 'dossier_id', 'filed_at', 'filing_number', 'sha256', 'status']);
    assert.equal(payload.status, 'filed');
    assert.equal(payload.dossier_id, what.id);
    assert.equal(payload.sha256, what.sha256);
    assert.equal(payload.bytes, what.bytes.length);
    assert.deepEqual(payload.audit, { sequence: 7, hash: sha256('audit') });
});

test('a dossier is filed once, and its receipt never changes', async (t) => {
    const intake = await intakeFor(t);
    const what = dossier();
    const answers = await Promise.all([upload(intake, what), upload(intake, what), upload(intake, what)]);
    assert.deepEqual(answers, [204, 204, 204]);
    const first = await receipt(intake, what.id);
    await intake.restart();
    assert.equal(await upload(intake, what), 204);
    assert.equal(await receipt(intake, what.id), first);
    assert.deepEqual(await readdir(path.join(intake.dir, 'filed')), [what.id]);
    assert.deepEqual(await readdir(path.join(intake.dir, 'tmp')), []);
});

test('other bytes under a filed identifier get the first receipt', async (t) => {
    const intake = await intakeFor(t);
    const what = dossier();
    await upload(intake, what);
    const again = Buffer.concat([what.bytes]);
    again[11] ^= 1; // a time stamp inside: another sealing of the same content
    const second = { id: what.id, bytes: again, sha256: sha256(again) };
    assert.equal(await upload(intake, second), 204);
    assert.equal(opened(await receipt(intake, what.id), intake.receiptKey)[1].sha256, what.sha256);
});

test('what is not the announced dossier is refused and not filed', async (t) => {
    const intake = await intakeFor(t);
    const good = dossier('good');
    const other = dossier('other');
    const cases = {
        'wrong digest': [{ ...good, sha256: other.sha256 }, 460],
        'the content of another': [{ ...other, id: good.id }, 422],
        'not a ZIP': [{ id: good.id, bytes: Buffer.from('no zip'), sha256: sha256('no zip') }, 422],
        'a changed file': [dossier('x', ([manifest, [name]]) => [manifest, [name, Buffer.from('changed')]]), 422],
        'a missing file': [dossier('y', ([manifest]) => [manifest]), 422],
        'no manifest': [dossier('z', ([, photo]) => [photo]), 422],
    };
    for (const [name, [what, status]] of Object.entries(cases)) {
        assert.equal(await upload(intake, what), status, name);
        assert.equal(await receipt(intake, what.id), 404, name);
    }
    assert.deepEqual(await readdir(path.join(intake.dir, 'filed')), []);
});

test('uploads without proper metadata are not begun', async (t) => {
    const intake = await intakeFor(t);
    const what = dossier();
    for (const metadata of ['', 'dossier_id eA==', `filename ${Buffer.from('../x').toString('base64')}`])
        assert.equal((await create(intake, what, { 'Upload-Metadata': metadata })).status, 400, metadata);
});

test('an interrupted upload goes on where it stood, also over a restart', async (t) => {
    const intake = await intakeFor(t);
    const what = dossier();
    const where = new URL(await location(intake, what));
    assert.equal((await patch(where, 0, what.bytes.subarray(0, 100))).status, 204);
    await intake.restart();
    where.port = new URL(intake.url).port;
    assert.equal((await head(where)).headers.get('upload-offset'), '100');
    assert.equal((await patch(where, 50, what.bytes.subarray(50))).status, 409);
    assert.equal((await patch(where, 100, what.bytes.subarray(100))).status, 204);
    assert.equal(opened(await receipt(intake, what.id), intake.receiptKey)[1].sha256, what.sha256);
});

test('what arrived whole before a crash is filed at the next start', async (t) => {
    const intake = await intakeFor(t);
    const what = dossier();
    const where = await location(intake, what);
    await patch(where, 0, what.bytes.subarray(0, 100));
    const { appendFile } = await import('node:fs/promises');
    await appendFile(path.join(intake.dir, 'uploads', where.split('/').pop()), what.bytes.subarray(100));
    assert.equal(await receipt(intake, what.id), 404);
    await intake.restart();
    assert.equal(opened(await receipt(intake, what.id), intake.receiptKey)[1].dossier_id, what.id);
});

test('the key is made once and kept to its owner', { skip: process.platform === 'win32' }, async (t) => {
    const intake = await intakeFor(t);
    const first = intake.receiptKey;
    assert.equal((await stat(path.join(intake.dir, 'receipt-key.pem'))).mode & 0o777, 0o600);
    await intake.restart();
    assert.equal(intake.receiptKey, first);
});
