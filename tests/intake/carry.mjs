#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Takes a stick from a counter in and writes the receipts onto it. The server may be running.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { takeIn } from './lib/carry.mjs';
import { makeFolder } from './lib/files.mjs';
import { Registry } from './lib/registry.mjs';
import { Signer } from './lib/signer.mjs';

const kUsage = `Usage: node carry.mjs --dir D --stick FOLDER [--key F]
  --dir D         folder of the server
  --stick FOLDER  what "carry export" wrote
  --key F         Ed25519 key for receipts, as the server's; D/receipt-key.pem
One line of JSON for each file. Exit code 1 when not all were filed.`;

let values = {};
try {
    ({ values } = parseArgs({
        options: { dir: { type: 'string' }, stick: { type: 'string' }, key: { type: 'string' } },
    }));
} catch (error) {
    console.error(error.message);
}
if (!values.dir || !values.stick) {
    console.error(kUsage);
    process.exit(64);
}
try {
    const folder = await makeFolder(path.resolve(values.dir));
    const signer = await Signer.fromFile(values.key ?? path.join(folder, 'receipt-key.pem'));
    const registry = await Registry.beside(folder, signer);
    const good = await takeIn(path.resolve(values.stick), folder, registry,
        (line) => console.log(JSON.stringify(line)));
    process.exitCode = good ? 0 : 1;
} catch (error) {
    console.error(`carry: ${error.message}`);
    process.exit(1);
}
