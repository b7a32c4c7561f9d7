// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, symlink, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { dossier, intakeFor, opened, receipt, upload } from './support.mjs';

const kCommand = fileURLToPath(new URL('../carry.mjs', import.meta.url));

/** A stick with these dossiers, and an index that names them. */
async function stickWith(t, dossiers, more = []) {
    const stick = await mkdtemp(path.join(tmpdir(), 'stick-'));
    t.after(() => rm(stick, { recursive: true, force: true }));
    for (const what of dossiers)
        await writeFile(path.join(stick, `${what.id}.zip`), what.bytes);
    const entries = [...dossiers, ...more].map(({ id, sha256, bytes }) =>
        ({ dossier_id: id, filename: `${id}.zip`, sha256, bytes: bytes.length }));
    await writeFile(path.join(stick, 'index.json'), JSON.stringify({ format: 'handshake-carry/1', dossiers: entries }));
    return stick;
}

function takeIn(intake, stick) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [kCommand, '--dir', intake.dir, '--stick', stick]);
    return { status, lines: stdout.toString().trim().split('\n').filter(Boolean).map((line) => JSON.parse(line)), stderr: `${stderr}` };
}

const receiptOn = (stick, id) => readFile(path.join(stick, `${id}.receipt.jws`), 'ascii');

test('a stick is taken in once, however often it comes', async (t) => {
    const intake = await intakeFor(t);
    const both = [dossier('1'), dossier('2')];
    const stick = await stickWith(t, both);
    const first = takeIn(intake, stick);
    assert.equal(first.status, 0, first.stderr);
    assert.deepEqual(first.lines.map((line) => line.status), ['filed', 'filed']);
    for (const { id, sha256 } of both) {
        const [header, payload] = opened(await receiptOn(stick, id), intake.receiptKey);
        assert.equal(header.typ, 'handshake-receipt');
        assert.equal(payload.sha256, sha256);
        assert.equal(await receipt(intake, id), await receiptOn(stick, id));
    }
    const before = await receiptOn(stick, both[0].id);
    await unlink(path.join(stick, `${both[0].id}.receipt.jws`));
    assert.equal(takeIn(intake, stick).status, 0);
    assert.equal(await receiptOn(stick, both[0].id), before);
    assert.equal((await readdir(path.join(intake.dir, 'filed'))).length, 2);
    assert.deepEqual((await readdir(stick)).filter((name) => name.endsWith('.tmp')), []);
});

test('what came over the network too has one receipt', async (t) => {
    const intake = await intakeFor(t);
    const what = dossier();
    assert.equal(await upload(intake, what), 204);
    const stick = await stickWith(t, [what]);
    assert.equal(takeIn(intake, stick).status, 0);
    assert.equal(await receiptOn(stick, what.id), await receipt(intake, what.id));
});

test('two at a time file it once', async (t) => {
    const intake = await intakeFor(t);
    const what = dossier();
    const sticks = await Promise.all([1, 2, 3].map(() => stickWith(t, [what])));
    const all = await Promise.all(sticks.map((stick) => new Promise((resolve) => {
        spawn(process.execPath, [kCommand, '--dir', intake.dir, '--stick', stick]).on('close', resolve);
    })));
    assert.deepEqual(all, [0, 0, 0]);
    const receipts = await Promise.all(sticks.map((stick) => receiptOn(stick, what.id)));
    assert.equal(new Set(receipts).size, 1);
});

test('what is filed does not change with the stick', async (t) => {
    const intake = await intakeFor(t);
    const what = dossier();
    const stick = await stickWith(t, [what]);
    assert.equal(takeIn(intake, stick).status, 0);
    await writeFile(path.join(stick, `${what.id}.zip`), 'changed');
    assert.deepEqual(await readFile(path.join(intake.dir, 'filed', what.id, 'dossier.zip')), what.bytes);
});

test('hostile sticks are refused, and the rest is taken', async (t) => {
    const intake = await intakeFor(t);
    const good = dossier('good');
    const [linked, piped, huge, changed, missing, unlisted] = ['l', 'p', 'h', 'c', 'm', 'u'].map((salt) => dossier(salt));
    const stick = await stickWith(t, [good], [linked, piped, huge, changed, missing]);
    const at = (what) => path.join(stick, `${what.id}.zip`);
    const secret = path.join(intake.dir, 'receipt-key.pem');
    await symlink(secret, at(linked));
    execFileSync('mkfifo', [at(piped)]);
    await writeFile(at(huge), '');
    await truncate(at(huge), 1024 * 1024 * 1024 + 1);
    await writeFile(at(changed), dossier('other').bytes);
    await writeFile(at(unlisted), unlisted.bytes);
    await writeFile(path.join(stick, 'holiday.zip'), 'x');
    const { status, lines } = takeIn(intake, stick);
    assert.equal(status, 1);
    const of = (what) => lines.find((line) => line.file === `${what.id}.zip`);
    assert.equal(of(good).status, 'filed');
    for (const what of [linked, piped, huge, changed, unlisted])
        assert.equal(of(what).status, 'refused', JSON.stringify(of(what)));
    assert.equal(of(missing).status, 'missing');
    assert.match(lines.find((line) => line.file === 'holiday.zip').message, /name/);
    assert.deepEqual(await readdir(path.join(intake.dir, 'filed')), [good.id]);
    assert.deepEqual(await readdir(path.join(intake.dir, 'carried')), []);
});

test('a receipt is not written through a link', async (t) => {
    const intake = await intakeFor(t);
    const what = dossier();
    const stick = await stickWith(t, [what]);
    const victim = path.join(intake.dir, 'victim');
    await writeFile(victim, 'untouched');
    await symlink(victim, path.join(stick, `${what.id}.receipt.jws`));
    assert.equal(takeIn(intake, stick).status, 1);
    assert.equal(await readFile(victim, 'ascii'), 'untouched');
});

test('without an index of ours nothing is taken', async (t) => {
    const intake = await intakeFor(t);
    for (const index of [null, 'no JSON', '{"format":"other/1","dossiers":[]}']) {
        const stick = await stickWith(t, [dossier()]);
        await unlink(path.join(stick, 'index.json'));
        if (index !== null)
            await writeFile(path.join(stick, 'index.json'), index);
        const { status, stderr } = takeIn(intake, stick);
        assert.equal(status, 1);
        assert.match(stderr, /index\.json/);
    }
    assert.deepEqual(await readdir(path.join(intake.dir, 'filed')), []);
});
