// SPDX-License-Identifier: Apache-2.0
// What the tests share: a server in a folder of its own, specimen dossiers, a tus client by hand.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from './crc32.mjs';
import { startIntake } from '../lib/intake.mjs';
import { canonicalJson } from '../lib/signer.mjs';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A server that goes, with its folder, when the test ends. */
export async function intakeFor(test, options = {}) {
    const dir = options.dir ?? await mkdtemp(path.join(tmpdir(), 'intake-'));
    const start = () => startIntake({ dir, port: 0, host: '127.0.0.1', expireAfter: 86400, fault: [], ...options });
    const intake = { dir, ...await start() };
    intake.restart = async () => {
        await intake.close();
        Object.assign(intake, await start());
    };
    test.after(async () => {
        await intake.close();
        await rm(dir, { recursive: true, force: true });
    });
    return intake;
}

/** A ZIP of stored entries: [[name, bytes]]. */
export function zipOf(entries) {
    const parts = [];
    const directory = [];
    let offset = 0;
    for (const [name, bytes] of entries) {
        const fixed = Buffer.alloc(26);
        fixed.writeUInt16LE(20, 0);
        fixed.writeUInt32LE(crc32(bytes), 10);
        fixed.writeUInt32LE(bytes.length, 14);
        fixed.writeUInt32LE(bytes.length, 18);
        fixed.writeUInt16LE(Buffer.byteLength(name), 22);
        const local = Buffer.concat([Buffer.from('PK\x03\x04'), fixed, Buffer.from(name), bytes]);
        const tail = Buffer.alloc(14);
        tail.writeUInt32LE(offset, 10);
        directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fixed, tail, Buffer.from(name)]));
        parts.push(local);
        offset += local.length;
    }
    const central = Buffer.concat(directory);
    const end = Buffer.alloc(18);
    end.writeUInt16LE(entries.length, 4);
    end.writeUInt16LE(entries.length, 6);
    end.writeUInt32LE(central.length, 8);
    end.writeUInt32LE(offset, 12);
    return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}

/** A specimen dossier: {id, bytes, sha256}. `salt` goes into the content, hence into the id. */
export function dossier(salt = 'a', change = (entries) => entries) {
    const photo = Buffer.from(`SPECIMEN ${salt}`.repeat(50));
    const manifest = Buffer.from(canonicalJson({
        format: 'handshake-dossier/1', counter: 'C-01', audit: { sequence: 7, hash: sha256('audit') },
        files: [{ path: 'masters/photo-1.jpg', sha256: sha256(photo), bytes: photo.length }],
    }));
    const bytes = zipOf(change([['manifest.json', manifest], ['masters/photo-1.jpg', photo]]));
    return { id: sha256(manifest), bytes, sha256: sha256(bytes) };
}

const encoded = (text) => Buffer.from(text).toString('base64');

export const create = (intake, { id, bytes, sha256: digest }, headers = {}) => fetch(`${intake.url}/v1/uploads`, {
    method: 'POST',
    headers: {
        'Tus-Resumable': '1.0.0', 'Upload-Length': String(bytes.length),
        'Upload-Metadata': `dossier_id ${encoded(id)},sha256 ${encoded(digest)},filename ${encoded(`${id}.zip`)}`,
        ...headers,
    },
});

export const patch = (location, offset, body) => fetch(location, {
    method: 'PATCH', body,
    headers: {
        'Tus-Resumable': '1.0.0', 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream',
    },
});

export const head = (location) => fetch(location, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } });

export async function location(intake, what) {
    const answer = await create(intake, what);
    if (answer.status !== 201)
        throw new Error(`creation answered ${answer.status}: ${await answer.text()}`);
    return new URL(answer.headers.get('location'), intake.url).href;
}

/** Uploads in one go; the status of the PATCH. */
export const upload = async (intake, what) => (await patch(await location(intake, what), 0, what.bytes)).status;

export const receipt = async (intake, id) => {
    const answer = await fetch(`${intake.url}/v1/dossiers/${id}/receipt`);
    return answer.status === 200 ? answer.text() : answer.status;
};

/** Header and payload of a JWS whose signature fits the pinned key. */
export function opened(jws, receiptKey) {
    const [header, payload, signature] = jws.split('.');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: receiptKey }, format: 'jwk' });
    if (!verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')))
        throw new Error('the signature does not fit');
    return [header, payload].map((part) => JSON.parse(Buffer.from(part, 'base64url')));
}

export const fault = (intake, faults) =>
    fetch(`${intake.url}/v1/faults`, { method: 'POST', body: JSON.stringify(faults) }).then((answer) => answer.json());
