// SPDX-License-Identifier: Apache-2.0
// Puts the server together and starts it.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { createApi } from './api.mjs';
import { Faults } from './faults.mjs';
import { makeFolder } from './files.mjs';
import { Registry } from './registry.mjs';
import { Signer } from './signer.mjs';
import { createUploads } from './uploads.mjs';

const kRoute = '/v1/uploads';
const kSampleOrder = new URL('../sample-order.json', import.meta.url);

/**
 * options: dir, port, host, key, tokenFile, tlsCert, tlsKey, expireAfter (s), sampleOrders, faults
 * (true: can be set by POST /v1/faults), fault (array of "name=value").
 * Returns {url, receiptKey, close()}.
 */
export async function startIntake(options) {
    const folder = await makeFolder(path.resolve(options.dir));
    const signer = await Signer.fromFile(options.key ?? path.join(folder, 'receipt-key.pem'));
    const registry = await Registry.open(folder, signer);
    const uploads = await createUploads({
        folder, registry, route: kRoute, expireAfterMs: 1000 * options.expireAfter,
    });
    await uploads.recover();

    const faults = new Faults();
    faults.enabled = options.faults || options.fault.length > 0;
    faults.onForget = async () => {
        for (const id of await uploads.unfinished())
            await uploads.forget(id);
    };
    for (const fault of options.fault) {
        const [name, value = '1'] = fault.split('=');
        await faults.set(name, value);
    }

    const handler = createApi({
        folder, registry, signer, uploads, faults, route: kRoute,
        token: options.tokenFile ? (await readFile(options.tokenFile, 'utf8')).trim() : null,
        sampleOrders: options.sampleOrders ? [JSON.parse(await readFile(kSampleOrder, 'utf8'))] : [],
    });
    const server = options.tlsCert
        ? https.createServer({ cert: await readFile(options.tlsCert), key: await readFile(options.tlsKey) }, handler)
        : http.createServer(handler);
    server.requestTimeout = 0; // a dossier over a slow line takes as long as it takes

    const listen = (host, port) => new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve(server.address().port));
    });
    let port;
    let relay = null;
    if (faults.enabled) {
        relay = await faults.relay(await listen('127.0.0.1', 0), options.host, options.port);
        ({ port } = relay.address());
    } else {
        port = await listen(options.host, options.port);
    }
    const shown = options.host.includes(':') ? `[${options.host}]` : options.host;
    return {
        url: `${options.tlsCert ? 'https' : 'http'}://${shown}:${port}`,
        receiptKey: signer.publicKey,
        close: () => new Promise((resolve) => {
            relay?.close();
            server.close(resolve);
            server.closeAllConnections?.();
        }),
    };
}
