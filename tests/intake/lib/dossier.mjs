// SPDX-License-Identifier: Apache-2.0
// Looks into a dossier: is it what its sender says it is?
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

const kMaxEntries = 500;
const kMaxManifest = 1024 * 1024;
const kMaxRatio = 100;
const kHex = /^[0-9a-f]{64}$/;

/** A dossier that is refused for good: `status` is the HTTP answer. */
export class Refused extends Error {
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

/** Hexadecimal SHA-256 of a file. */
export async function digestOf(file) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file, { highWaterMark: 1 << 18 }), hash);
    return hash.digest('hex');
}

const openZip = (file) => new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false, strictFileNames: true },
        (error, zip) => error ? reject(new Refused(422, `not a ZIP file: ${error.message}`)) : resolve(zip));
});

const entriesOf = (zip) => new Promise((resolve, reject) => {
    const entries = new Map();
    zip.on('error', (error) => reject(new Refused(422, `broken ZIP file: ${error.message}`)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry) => {
        if (entries.has(entry.fileName) || entries.size >= kMaxEntries)
            return reject(new Refused(422, 'ZIP file with doubled or too many names'));
        if (entry.uncompressedSize > kMaxRatio * Math.max(entry.compressedSize, 1024))
            return reject(new Refused(422, 'ZIP file that inflates beyond reason'));
        entries.set(entry.fileName, entry);
        zip.readEntry();
    });
    zip.readEntry();
});

const contentOf = (zip, entry, take) => new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
        const refuse = (cause) => reject(new Refused(422, `${entry.fileName} cannot be read: ${cause.message}`));
        if (error)
            return refuse(error);
        stream.on('data', take).on('end', resolve).on('error', refuse);
    });
});

async function digestOfEntry(zip, entry) {
    const hash = createHash('sha256');
    await contentOf(zip, entry, (chunk) => hash.update(chunk));
    return hash.digest('hex');
}

async function manifestOf(zip, entries) {
    const entry = entries.get('manifest.json');
    if (!entry || entry.uncompressedSize > kMaxManifest)
        throw new Refused(422, 'no manifest.json of a sensible size');
    const chunks = [];
    await contentOf(zip, entry, (chunk) => chunks.push(chunk));
    return Buffer.concat(chunks);
}

function parsed(bytes) {
    try {
        const manifest = JSON.parse(bytes.toString('utf8'));
        if (manifest && typeof manifest === 'object' && !Array.isArray(manifest))
            return manifest;
    } catch {
        // said below
    }
    throw new Refused(422, 'manifest.json is not a JSON object');
}

/**
 * Checks the dossier in `file` against the identifier it travels under: SHA-256 of manifest.json,
 * and every file the manifest lists. Returns the manifest; throws Refused.
 */
export async function inspectDossier(file, dossierId) {
    const zip = await openZip(file);
    try {
        const entries = await entriesOf(zip);
        const bytes = await manifestOf(zip, entries);
        if (createHash('sha256').update(bytes).digest('hex') !== dossierId)
            throw new Refused(422, 'the dossier is not the one its identifier names');
        const manifest = parsed(bytes);
        for (const listed of Array.isArray(manifest.files) ? manifest.files : []) {
            const entry = entries.get(listed?.path);
            if (!entry)
                throw new Refused(422, `a listed file is missing: ${String(listed?.path).slice(0, 80)}`);
            if (await digestOfEntry(zip, entry) !== listed.sha256)
                throw new Refused(422, `a listed file is not what the manifest says: ${listed.path}`);
        }
        return manifest;
    } finally {
        zip.close();
    }
}

/** The audit checkpoint of the manifest, as it goes back in the receipt. */
export function checkpointOf(manifest) {
    const audit = manifest.audit ?? manifest.auditCheckpoint ?? {};
    const hash = audit.hash ?? audit.head;
    return {
        sequence: Number.isSafeInteger(audit.sequence) && audit.sequence >= 0 ? audit.sequence : 0,
        hash: kHex.test(hash ?? '') ? hash : '0'.repeat(64),
    };
}
