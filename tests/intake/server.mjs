#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Stand-in for the provider's server. Prints one line of JSON, {"url","receiptKey"}, when it is ready.
import { parseArgs } from 'node:util';
import { startIntake } from './lib/intake.mjs';

const kUsage = `Usage: node server.mjs --dir D [--port N] [--key F] [...]
  --dir D            folder of uploads, filed dossiers, orders/ and results/ (needed)
  --port N           0 (default): any free one
  --host H           127.0.0.1 by default
  --key F            Ed25519 key for receipts (PKCS#8 PEM); made when absent; D/receipt-key.pem
  --token-file F     ask for this bearer token
  --tls-cert F --tls-key F   serve https
  --expire-after S   unfinished uploads are forgotten after so many seconds (86400)
  --sample-orders    give a specimen order for every day without orders of its own
  --faults           let tests set faults: POST /v1/faults {"name":value}
  --fault NAME=N     set a fault from the start (README.md)`;

function fail(message) {
    console.error(`${message}\n${kUsage}`);
    process.exit(64);
}

function readOptions() {
    try {
        const { values } = parseArgs({
            options: {
                dir: { type: 'string' }, port: { type: 'string', default: '0' },
                host: { type: 'string', default: '127.0.0.1' }, key: { type: 'string' },
                'token-file': { type: 'string' }, 'tls-cert': { type: 'string' }, 'tls-key': { type: 'string' },
                'expire-after': { type: 'string', default: '86400' },
                'sample-orders': { type: 'boolean', default: false },
                faults: { type: 'boolean', default: false }, fault: { type: 'string', multiple: true, default: [] },
            },
        });
        return values;
    } catch (error) {
        return fail(error.message);
    }
}

const values = readOptions();
const port = Number(values.port);
const expireAfter = Number(values['expire-after']);
if (!values.dir)
    fail('--dir is needed');
if (!Number.isInteger(port) || port < 0 || port > 65535)
    fail('--port is a number from 0 to 65535');
if (!Number.isInteger(expireAfter) || expireAfter < 1)
    fail('--expire-after is a number of seconds');
if (Boolean(values['tls-cert']) !== Boolean(values['tls-key']))
    fail('--tls-cert and --tls-key go together');

try {
    const intake = await startIntake({
        dir: values.dir, port, host: values.host, key: values.key, tokenFile: values['token-file'],
        tlsCert: values['tls-cert'], tlsKey: values['tls-key'], expireAfter,
        sampleOrders: values['sample-orders'], faults: values.faults, fault: values.fault,
    });
    console.log(JSON.stringify({ url: intake.url, receiptKey: intake.receiptKey }));
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, () => intake.close().then(() => process.exit(0)));
} catch (error) {
    console.error(`intake: ${error.message}`);
    process.exit(1);
}
