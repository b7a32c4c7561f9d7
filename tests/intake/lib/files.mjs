// SPDX-License-Identifier: Apache-2.0
// Small durable steps on the file system: what is answered as "filed" must survive a power cut.
import { constants } from 'node:fs';
import { copyFile, link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';

/** Makes the entries of a folder durable. Not possible, and not needed, on Windows. */
export async function syncFolder(folder) {
    if (process.platform === 'win32')
        return;
    const handle = await open(folder, constants.O_RDONLY);
    try {
        await handle.sync();
    } finally {
        await handle.close();
    }
}

/** Makes the content of a file durable. */
export async function syncFile(file) {
    const handle = await open(file, 'r+');
    try {
        await handle.sync();
    } finally {
        await handle.close();
    }
}

/** Writes a new file and makes its content durable; fails when it exists. */
export async function writeSynced(file, bytes, mode = 0o644) {
    const handle = await open(file, 'wx', mode);
    try {
        await handle.writeFile(bytes);
        await handle.sync();
    } finally {
        await handle.close();
    }
}

/** Writes a file so that it appears whole or not at all, and stays. */
export async function writeAtomically(file, bytes, mode = 0o644) {
    const temporary = `${file}.${process.pid}.tmp`;
    await unlink(temporary).catch(() => {});
    await writeSynced(temporary, bytes, mode);
    await rename(temporary, file);
    await syncFolder(path.dirname(file));
}

/** A second name for a file; a copy where the file system has no links. */
export async function linkOrCopy(from, to) {
    try {
        await link(from, to);
    } catch (error) {
        if (!['EPERM', 'ENOSYS', 'EXDEV', 'ENOTSUP', 'EMLINK'].includes(error.code))
            throw error;
        await copyFile(from, to, constants.COPYFILE_EXCL);
    }
}

export async function makeFolder(folder) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
}

/** The bytes of a file, or null when there is none; other errors are errors. */
export async function readIfThere(file, encoding) {
    try {
        return await readFile(file, encoding);
    } catch (error) {
        if (error.code === 'ENOENT')
            return null;
        throw error;
    }
}
