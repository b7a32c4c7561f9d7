// SPDX-License-Identifier: Apache-2.0
// Everything besides uploads: orders, receipts, results, reconciling. data/openapi.yaml is the text.
import { timingSafeEqual } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere } from './files.mjs';

const kMaxRequest = 64 * 1024;
const kResultsAtOnce = 20;
const kMaxCursor = 256;
const kDate = /^\d{4}-\d{2}-\d{2}$/;
const kReceiptPath = /^\/v1\/dossiers\/([^/]+)\/receipt$/;

class HttpError extends Error {
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

function send(response, status, type, body) {
    response.writeHead(status, {
        'Content-Type': type, 'Content-Length': Buffer.byteLength(body), 'Cache-Control': 'no-store',
    });
    response.end(body);
}

const sendJson = (response, status, value) =>
    send(response, status, 'application/json', `${JSON.stringify(value)}\n`);

async function jsonBody(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size > kMaxRequest)
            throw new HttpError(413, 'body over 64 KB');
        chunks.push(chunk);
    }
    try {
        return JSON.parse(Buffer.concat(chunks).toString('utf8'));
    } catch {
        throw new HttpError(400, 'the body is not JSON');
    }
}

function isToken(request, token) {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The same text with a signature that does not fit. */
const forged = (jws) => jws.slice(0, -8) + (jws.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA');

export function createApi({ folder, registry, signer, uploads, route, faults, token, sampleOrders }) {
    async function orders(date) {
        if (!kDate.test(date ?? ''))
            throw new HttpError(400, 'date=YYYY-MM-DD is needed');
        const text = await readIfThere(path.join(folder, 'orders', `${date}.json`), 'utf8');
        if (text === null)
            return sampleOrders;
        const value = JSON.parse(text);
        return Array.isArray(value) ? value : value.orders ?? [value];
    }

    async function results(cursor) {
        const names = (await readdir(path.join(folder, 'results')).catch(() => []))
            .filter((name) => name.endsWith('.json') && name > (cursor ?? '')).sort().slice(0, kResultsAtOnce);
        const signed = await Promise.all(names.map(async (name) =>
            signer.jws('handshake-result', JSON.parse(await readFile(path.join(folder, 'results', name), 'utf8')))));
        return { results: signed.map((jws) => faults.take('wrong-result') ? forged(jws) : jws), cursor: names.at(-1) ?? cursor ?? '' };
    }

    async function receipt(id, response) {
        if (!/^[0-9a-f]{64}$/.test(id))
            throw new HttpError(400, 'a dossier identifier has 64 lower-case hexadecimal digits');
        let jws = faults.take('no-receipt') ? null : await registry.receipt(id);
        if (jws === null)
            throw new HttpError(404, 'not filed');
        if (faults.take('wrong-receipt'))
            jws = forged(jws);
        if (faults.take('drop-receipt')) {
            response.writeHead(200, { 'Content-Type': 'application/jose', 'Content-Length': jws.length });
            response.write(jws.slice(0, 40), () => response.destroy());
            return;
        }
        send(response, 200, 'application/jose', jws);
    }

    async function reconcile(request) {
        const asked = await jsonBody(request);
        const { counter, date, dossiers } = asked ?? {};
        if (typeof counter !== 'string' || !kDate.test(date ?? '') || !Array.isArray(dossiers) ||
            !dossiers.every((id) => /^[0-9a-f]{64}$/.test(id)))
            throw new HttpError(400, 'counter, date and dossiers are needed');
        return registry.reconcile({ counter, date, dossiers });
    }

    async function setFaults(request) {
        for (const [name, value] of Object.entries(await jsonBody(request))) {
            await faults.set(name, value).catch((error) => {
                throw new HttpError(400, error.message);
            });
        }
    }

    async function dispatch(request, response) {
        const url = new URL(request.url, 'http://localhost');
        const what = `${request.method} ${url.pathname}`;
        if (faults.enabled && url.pathname === '/v1/faults') {
            response.setHeader('Connection', 'close'); // what follows comes on a line of its own
            if (request.method === 'POST')
                await setFaults(request);
            return sendJson(response, 200, { ...faults.counters, filed: (await registry.entries()).length });
        }
        if (faults.answer(request, response))
            return;
        if (token && !isToken(request, token)) {
            response.setHeader('WWW-Authenticate', 'Bearer');
            throw new HttpError(401, 'this counter is not known');
        }
        if (url.pathname === route || url.pathname.startsWith(`${route}/`)) {
            if (!['OPTIONS', 'POST', 'HEAD', 'PATCH', 'DELETE'].includes(request.method))
                throw new HttpError(405, 'uploads are not given out');
            return uploads.handle(request, response);
        }
        const named = kReceiptPath.exec(url.pathname);
        if (request.method === 'GET' && named)
            return receipt(named[1], response);
        if (what === 'GET /v1/orders') {
            const date = url.searchParams.get('date');
            return sendJson(response, 200, { date, orders: await orders(date) });
        }
        if (what === 'GET /v1/results') {
            if ((url.searchParams.get('cursor') ?? '').length > kMaxCursor)
                throw new HttpError(400, 'no such cursor');
            return sendJson(response, 200, await results(url.searchParams.get('cursor')));
        }
        if (what === 'POST /v1/reconcile')
            return sendJson(response, 200, await reconcile(request));
        throw new HttpError(404, 'no such address');
    }

    return async (request, response) => {
        try {
            await dispatch(request, response);
        } catch (error) {
            if (!(error instanceof HttpError))
                console.error(`intake: ${request.method} failed: ${error.stack}`);
            if (response.headersSent)
                return response.destroy();
            sendJson(response, error.status ?? 500, { error: { message: error.status ? error.message : 'internal error' } });
            request.resume();
        }
    };
}
