// SPDX-License-Identifier: Apache-2.0
// Resumable uploads (tus 1.0) that end in a filed dossier.
//
// @tus/server has no checksum extension and its store never syncs, so that "offset = length" proves
// nothing: only after digest, manifest and durable filing does the last PATCH succeed, and only the
// receipt is proof.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { FileConfigstore, FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { Refused } from './dossier.mjs';
import { makeFolder } from './files.mjs';

const kHex = /^[0-9a-f]{64}$/;
const kMaxBytes = 1024 * 1024 * 1024;

/** What the sender says of its upload, or Refused. */
export function announcedBy(metadata) {
    const { dossier_id: dossierId, sha256, filename } = metadata ?? {};
    if (!kHex.test(dossierId ?? '') || !kHex.test(sha256 ?? ''))
        throw new Refused(400, 'Upload-Metadata needs dossier_id and sha256, 64 lower-case hexadecimal digits each');
    if (filename !== `${dossierId}.zip` && filename !== `${dossierId}.cms`)
        throw new Refused(400, 'Upload-Metadata: filename is <dossier_id>.zip or <dossier_id>.cms');
    return { dossierId, sha256, filename };
}

/** tus sends what is thrown: an object with status_code and body. */
function asTusError(error) {
    if (!(error instanceof Refused))
        return error;
    return { status_code: error.status, body: `${JSON.stringify({ error: { message: error.message } })}\n` };
}

export async function createUploads({ folder, registry, expireAfterMs, route }) {
    const directory = await makeFolder(path.join(folder, 'uploads'));
    const records = new FileConfigstore(directory);
    const datastore = new FileStore({ directory, configstore: records, expirationPeriodInMilliseconds: expireAfterMs });

    const finish = async (upload) => {
        const file = path.join(directory, upload.id);
        try {
            await registry.file(file, announcedBy(upload.metadata));
        } catch (error) {
            if (error instanceof Refused) // never filed as it is: nothing to resume
                await datastore.remove(upload.id).catch(() => {});
            throw asTusError(error);
        }
    };

    const server = new Server({
        path: route,
        datastore,
        maxSize: kMaxBytes,
        relativeLocation: true,
        lockDrainTimeout: 500, // a counter that came back waits so long for what is left of its last request
        disableTerminationForFinishedUploads: true,
        onUploadCreate: async (request, upload) => {
            try {
                announcedBy(upload.metadata);
            } catch (error) {
                throw asTusError(error);
            }
            return {};
        },
        onUploadFinish: async (request, upload) => {
            await finish(upload);
            return {};
        },
    });

    const known = async () => (await readdir(directory))
        .filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));

    return {
        handle: (request, response) => server.handle(request, response),

        /** After a crash: files what arrived whole but was not filed. */
        async recover() {
            for (const id of await known()) {
                try {
                    const upload = await datastore.getUpload(id);
                    if (upload.offset === upload.size)
                        await finish(upload);
                } catch (error) {
                    console.error(`intake: upload ${id} is left as it is: ${error.body ?? error.message}`);
                }
            }
        },

        /** Identifiers of uploads that have not reached their end. */
        async unfinished() {
            const uploads = await Promise.all((await known()).map((id) => datastore.getUpload(id).catch(() => null)));
            return uploads.filter((upload) => upload && upload.offset !== upload.size).map((upload) => upload.id);
        },

        forget: (id) => datastore.remove(id).catch(() => {}),
    };
}
