// SPDX-License-Identifier: Apache-2.0
// The file of dossiers: each identifier once, with its receipt, for ever.
//
//   filed/<dossier id>/dossier.zip    what was uploaded
//   filed/<dossier id>/receipt.jws    the first receipt, answered byte for byte ever after
//   filed/<dossier id>/entry.json     counter, filing number, time: what reconciling needs
//
// The folder is prepared under tmp/ and renamed into place: a rename onto a folder that exists
// fails, so that of two filings at once (two requests, two processes) exactly one happens.
import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkpointOf, digestOf, inspectDossier, Refused } from './dossier.mjs';
import { linkOrCopy, makeFolder, readIfThere, syncFile, syncFolder, writeSynced } from './files.mjs';

const kId = /^[0-9a-f]{64}$/;

export class Registry {
    #folder;
    #signer;
    #now;

    constructor(folder, signer, now) {
        this.#folder = folder;
        this.#signer = signer;
        this.#now = now;
    }

    static async open(folder, signer, now = () => new Date()) {
        await rm(path.join(folder, 'tmp'), { recursive: true, force: true });
        await makeFolder(path.join(folder, 'tmp'));
        await makeFolder(path.join(folder, 'filed'));
        await syncFolder(folder);
        return new Registry(folder, signer, now);
    }

    /** The same file of dossiers from a second process, while the server may be running. */
    static async beside(folder, signer, now = () => new Date()) {
        await makeFolder(path.join(folder, 'tmp'));
        await makeFolder(path.join(folder, 'filed'));
        return new Registry(folder, signer, now);
    }

    #filed(id, name = '') {
        return path.join(this.#folder, 'filed', id, name);
    }

    /** The stored receipt, or null when the dossier is not filed. */
    async receipt(id) {
        return kId.test(id) ? readIfThere(this.#filed(id, 'receipt.jws'), 'ascii') : null;
    }

    /**
     * Files an uploaded file under its dossier identifier and returns the receipt: the new one, or
     * the first one when the identifier was filed before, whatever bytes come now.
     */
    async file(upload, { dossierId, sha256, filename }) {
        const first = await this.receipt(dossierId);
        if (first !== null)
            return first;
        if (await digestOf(upload) !== sha256)
            throw new Refused(460, 'the bytes that arrived do not have the announced digest');
        if (!filename.endsWith('.zip'))
            throw new Refused(422, 'sealed dossiers are not opened by this server');
        const manifest = await inspectDossier(upload, dossierId);

        const { size } = await stat(upload);
        const filedAt = this.#now().toISOString();
        const day = beijingDay(filedAt);
        const entry = {
            dossier_id: dossierId,
            counter: typeof manifest.counter === 'string' ? manifest.counter : '',
            filing_number: `SPECIMEN-${day.replaceAll('-', '')}-${dossierId.slice(0, 12).toUpperCase()}`,
            filed_at: filedAt,
        };
        const receipt = this.#signer.jws('handshake-receipt', {
            status: 'filed', dossier_id: dossierId, sha256, bytes: size,
            filing_number: entry.filing_number, filed_at: filedAt, audit: checkpointOf(manifest),
        });
        await this.#install(upload, dossierId, receipt, entry);
        return this.receipt(dossierId);
    }

    async #install(upload, id, receipt, entry) {
        const prepared = path.join(this.#folder, 'tmp', randomBytes(8).toString('hex'));
        await makeFolder(prepared);
        await syncFile(upload);
        await linkOrCopy(upload, path.join(prepared, 'dossier.zip'));
        await writeSynced(path.join(prepared, 'receipt.jws'), receipt);
        await writeSynced(path.join(prepared, 'entry.json'), JSON.stringify(entry));
        await syncFolder(prepared);
        try {
            await rename(prepared, this.#filed(id));
        } catch (error) {
            await rm(prepared, { recursive: true, force: true });
            if (!['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(error.code) || await this.receipt(id) === null)
                throw error;
        }
        await syncFolder(path.join(this.#folder, 'filed'));
    }

    async entries() {
        const ids = (await readdir(path.join(this.#folder, 'filed'))).filter((id) => kId.test(id));
        return Promise.all(ids.sort().map(async (id) =>
            JSON.parse(await readIfThere(this.#filed(id, 'entry.json'), 'utf8'))));
    }

    /** Day's end: which of the counter's dossiers are filed, which are not, which it did not name. */
    async reconcile({ counter, date, dossiers }) {
        const named = new Set(dossiers);
        const entries = await this.entries();
        const filed = entries.filter((entry) => named.has(entry.dossier_id));
        const known = new Set(filed.map((entry) => entry.dossier_id));
        return {
            filed,
            missing: dossiers.filter((id) => !known.has(id)),
            unnamed: entries.filter((entry) => !named.has(entry.dossier_id) && entry.counter === counter &&
                beijingDay(entry.filed_at) === date),
        };
    }
}

/** The business day of a moment, in the counters' time zone (UTC+8). */
export function beijingDay(iso) {
    return new Date(Date.parse(iso) + 8 * 3600 * 1000).toISOString().slice(0, 10);
}
