// SPDX-License-Identifier: Apache-2.0
// The stick that counters without a network bring: dossiers in, receipts out. Whatever is on it may
// come from anybody: plain files under names of the pattern are read, and nothing else.
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Refused } from './dossier.mjs';
import { makeFolder, readIfThere, writeAtomically } from './files.mjs';

const kName = /^([0-9a-f]{64})\.(zip|cms)$/;
const kMaxBytes = 1024 * 1024 * 1024;
const kMaxIndex = 4 * 1024 * 1024;

/** Opens a plain file without following a link at its end, and without waiting for a pipe. */
async function openPlain(file, most) {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
        .catch((error) => {
            throw new Refused(422, `not a plain file (${error.code})`);
        });
    const status = await handle.stat();
    const isLink = (await lstat(file)).isSymbolicLink(); // where O_NOFOLLOW does not exist
    if (!status.isFile() || isLink || status.size > most) {
        await handle.close();
        throw new Refused(422, status.size > most ? 'larger than such a file can be' : 'not a plain file');
    }
    return handle;
}

async function indexOf(folder) {
    const file = path.join(folder, 'index.json');
    let handle;
    try {
        handle = await openPlain(file, kMaxIndex);
        const index = JSON.parse(await handle.readFile('utf8'));
        if (index.format !== 'handshake-carry/1' || !Array.isArray(index.dossiers))
            throw new Error('of another format');
        return new Map(index.dossiers.map((entry) => [entry?.filename, entry]));
    } catch (error) {
        throw new Error(`index.json: ${error.message}`);
    } finally {
        await handle?.close();
    }
}

/** A copy of our own: what is filed must not change with the stick. */
async function copied(file, to) {
    const from = await openPlain(file, kMaxBytes);
    try {
        const copy = await open(to, 'wx', 0o600);
        try {
            await copy.writeFile(from.createReadStream({ autoClose: false }));
            await copy.sync();
        } finally {
            await copy.close();
        }
    } finally {
        await from.close();
    }
}

async function take(stick, name, entry, scratch, registry) {
    const [, dossierId] = kName.exec(name);
    if (!entry || entry.dossier_id !== dossierId || !/^[0-9a-f]{64}$/.test(entry.sha256 ?? ''))
        throw new Refused(422, 'not in the index');
    const copy = path.join(scratch, randomBytes(8).toString('hex'));
    try {
        await copied(path.join(stick, name), copy);
        const receipt = await registry.file(copy, { dossierId, sha256: entry.sha256, filename: name });
        const target = path.join(stick, `${dossierId}.receipt.jws`);
        const there = await lstat(target).catch(() => null);
        if (there && !there.isFile())
            throw new Refused(422, 'something else has the name of its receipt');
        if (!there || await readIfThere(target, 'ascii') !== receipt)
            await writeAtomically(target, receipt);
        return { dossier: dossierId, status: 'filed' };
    } finally {
        await rm(copy, { force: true });
    }
}

/**
 * Files every dossier on the stick, each identifier once, and writes the receipts beside them: the
 * first receipt, byte for byte, however often the stick comes. Calls tell({file, status, …}) for each;
 * returns whether all were filed.
 */
export async function takeIn(stick, folder, registry, tell) {
    const scratch = await makeFolder(path.join(folder, 'carried'));
    const index = await indexOf(stick);
    const names = (await readdir(stick)).filter((name) => /\.(zip|cms)$/i.test(name)).sort();
    let good = true;
    for (const name of names) {
        try {
            if (!kName.test(name))
                throw new Refused(422, 'not a dossier\'s name');
            tell({ file: name, ...await take(stick, name, index.get(name), scratch, registry) });
        } catch (error) {
            if (!(error instanceof Refused))
                throw error;
            good = false;
            tell({ file: name, status: 'refused', message: error.message });
        }
    }
    for (const name of index.keys()) {
        if (!names.includes(name)) {
            good = false;
            tell({ file: String(name).slice(0, 80), status: 'missing' });
        }
    }
    return good;
}
