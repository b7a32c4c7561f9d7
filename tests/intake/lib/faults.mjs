// SPDX-License-Identifier: Apache-2.0
// What can go wrong between a counter and its provider, on demand, for tests. See README.md.
//
// Two places: in front of the routes (answers that are not the protocol's), and a relay in front of
// the whole server (bytes that do not arrive), which exists only when faults are switched on.
import net from 'node:net';

/** Name → kind of value. "count": how many requests; "bytes": a place in the stream; "rate". */
const kNames = {
    skip: 'count', // so many requests pass before the faults that count requests begin
    html: 'count', // 200 and a sign-in page, as a captive portal answers
    redirect: 'count', // 302 to somewhere else
    unauthorized: 'count', // 401
    forbidden: 'count', // 403
    500: 'count',
    503: 'count', // with Retry-After: 1
    stall: 'count', // takes the request and never answers
    'forget-upload': 'flag', // unfinished uploads are deleted, now
    expire: 'count', // HEAD and PATCH answer 410
    'drop-receipt': 'count', // the receipt is cut off in the middle
    'wrong-receipt': 'count', // a receipt whose signature does not fit
    'no-receipt': 'count', // 404 although filed
    'wrong-result': 'count', // a result whose signature does not fit
    'reset-at': 'bytes', // connection reset after so many bytes from clients, headers included
    'reset-answer-at': 'bytes', // the same, counted on what the server sends
    slow: 'rate', // bytes a second from each client
};

export class Faults {
    #values = new Map();
    #cuts = new Map(); // "reset-…" → {left, after}: on connections opened later than `after`
    #opened = 0;
    counters = { requests: 0, patches: 0, connections: 0, resets: 0 };
    /** Called when "forget-upload" is set. */
    onForget = async () => {};

    static names() {
        return Object.keys(kNames);
    }

    async set(name, value) {
        if (!(name in kNames))
            throw new Error(`no such fault: ${name}`);
        const number = Number(value);
        if (!Number.isInteger(number) || number < 0)
            throw new Error(`${name}: not a whole number`);
        if (kNames[name] === 'flag') {
            if (number > 0)
                await this.onForget();
            return;
        }
        if (kNames[name] === 'bytes')
            this.#cuts.set(name, { left: number, after: this.#opened }); // not the one that asks
        else
            this.#values.set(name, number);
    }

    get(name) {
        return this.#values.get(name) ?? 0;
    }

    /** True so many times as was set. */
    take(name) {
        const left = this.get(name);
        if (left <= 0)
            return false;
        this.#values.set(name, left - 1);
        return true;
    }

    /** Bytes of `length` that may pass on this connection before it breaks. */
    #passing(name, connection, length) {
        const cut = this.#cuts.get(name);
        if (!cut || connection <= cut.after)
            return length;
        if (cut.left > length) {
            cut.left -= length;
            return length;
        }
        this.#cuts.delete(name);
        return cut.left;
    }

    /** Answers in place of the server when a fault asks for it; true when it did. */
    answer(request, response) {
        this.counters.requests += 1;
        if (request.method === 'PATCH')
            this.counters.patches += 1;
        const reply = (status, headers, body) => {
            request.resume();
            response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
            response.end(request.method === 'HEAD' ? undefined : body);
            return true;
        };
        if (this.take('skip'))
            return false;
        if (this.take('html'))
            return reply(200, { 'Content-Type': 'text/html' }, '<html><body>Please sign in to the network.</body></html>\n');
        if (this.take('redirect'))
            return reply(302, { Location: 'http://127.0.0.1:9/portal' }, '');
        if (this.take('unauthorized'))
            return reply(401, { 'WWW-Authenticate': 'Bearer' }, '');
        if (this.take('forbidden'))
            return reply(403, {}, '');
        if (this.take('500'))
            return reply(500, {}, 'out of order\n');
        if (this.take('503'))
            return reply(503, { 'Retry-After': '1' }, 'busy\n');
        if (this.take('stall')) {
            request.resume();
            return true;
        }
        if ((request.method === 'HEAD' || request.method === 'PATCH') && this.take('expire'))
            return reply(410, { 'Tus-Resumable': '1.0.0' }, '');
        return false;
    }

    /** Listens on `port` and passes everything to the server on `target`, as far as faults let it. */
    relay(target, host, port) {
        const server = net.createServer((client) => {
            this.counters.connections += 1;
            const number = ++this.#opened;
            const inner = net.connect(target, '127.0.0.1');
            const reset = () => {
                this.counters.resets += 1;
                client.resetAndDestroy();
                inner.destroy();
            };
            this.#pass(client, inner, (length) => this.#passing('reset-at', number, length), reset, true);
            this.#pass(inner, client, (length) => this.#passing('reset-answer-at', number, length), reset, false);
        });
        return new Promise((resolve, reject) => {
            server.once('error', reject);
            server.listen(port, host, () => resolve(server));
        });
    }

    #pass(from, to, passing, reset, paced) {
        from.on('data', (chunk) => {
            const count = passing(chunk.length);
            if (count < chunk.length) {
                from.pause();
                if (count === 0)
                    return reset();
                to.write(chunk.subarray(0, count), () => setTimeout(reset, 20)); // let them be read
                return;
            }
            const room = to.write(chunk);
            const rate = paced ? this.get('slow') : 0;
            if (rate > 0) {
                from.pause();
                setTimeout(() => from.resume(), 1000 * chunk.length / rate);
            } else if (!room) {
                from.pause();
                to.once('drain', () => from.resume());
            }
        });
        from.on('end', () => to.end());
        from.on('close', () => to.destroy());
        from.on('error', () => to.destroy());
    }
}
