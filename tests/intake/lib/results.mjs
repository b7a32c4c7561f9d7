// SPDX-License-Identifier: Apache-2.0
// What became of dossiers: issued into results/, given out signed, in order of the names.
import { link, readdir, unlink } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { makeFolder, syncFolder, writeSynced } from './files.mjs';

const kStatuses = ['accepted', 'returned', 'passed', 'rejected'];
const kWhom = ['counter', 'applicant'];
const kNumber = /^(\d{12})-/;

const isText = (value, longest) => typeof value === 'string' && value.trim() !== '' && value.length <= longest;

function checkItem(item) {
    const isWhole = item && typeof item === 'object' && isText(item.target, 128) && isText(item.code, 128) &&
        isText(item.reason, 1000) && (item.advice === undefined || isText(item.advice, 1000));
    if (!isWhole)
        throw new Error('an item has target, code and reason, and perhaps advice');
}

/** Throws, in words, when a counter would refuse the result. */
export function checkResult({ dossier_id: id, status, items = [], to, numbers = {} }) {
    if (!/^[0-9a-f]{64}$/.test(id ?? ''))
        throw new Error('dossier_id has 64 lower-case hexadecimal digits');
    if (!kStatuses.includes(status))
        throw new Error(`status is one of ${kStatuses.join(', ')}`);
    if (to !== undefined && !kWhom.includes(to))
        throw new Error(`to is one of ${kWhom.join(', ')}`);
    items.forEach(checkItem);
    if (status === 'returned' && items.length === 0)
        throw new Error('a returned dossier names at least one item');
    if (!Object.values(numbers).every((number) => isText(number, 128)))
        throw new Error('numbers are texts');
}

/**
 * Issues a result behind all that were issued before, whole or not at all, and returns its name.
 * "issued_at" tells two alike: what a counter has seen already, byte for byte, changes nothing there.
 */
export async function issueResult(folder, result, now = new Date()) {
    checkResult(result);
    const directory = await makeFolder(path.join(folder, 'results'));
    const temporary = path.join(directory, `.${randomBytes(8).toString('hex')}.tmp`);
    await writeSynced(temporary, JSON.stringify({ issued_at: now.toISOString(), ...result }));
    try {
        for (;;) {
            const last = (await readdir(directory)).map((name) => Number(kNumber.exec(name)?.[1] ?? 0))
                .reduce((most, number) => Math.max(most, number), 0);
            const name = `${String(last + 1).padStart(12, '0')}-result.json`;
            try { // a link does not replace: two issuers never take the same number
                await link(temporary, path.join(directory, name));
                await syncFolder(directory);
                return name;
            } catch (error) {
                if (error.code !== 'EEXIST')
                    throw error;
            }
        }
    } finally {
        await unlink(temporary);
    }
}
