#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Issues a result for a filed dossier: what the provider's staff, or the authority, decided.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { issueResult } from './lib/results.mjs';

const kUsage = `Usage: node issue-result.mjs --dir D --dossier ID --status STATUS [...]
  --dir D          folder of the server, which may be running
  --dossier ID     of a filed dossier
  --status STATUS  accepted, returned, passed or rejected
  --to WHO         counter or applicant: who corrects
  --item JSON      {"target","code","reason","advice"}, as often as needed
  --number K=V     a record number, as often as needed
  --unfiled        issue it although no such dossier is filed`;

function fail(message) {
    console.error(`${message}\n${kUsage}`);
    process.exit(64);
}

function readOptions() {
    try {
        return parseArgs({
            options: {
                dir: { type: 'string' }, dossier: { type: 'string' }, status: { type: 'string' },
                to: { type: 'string' }, item: { type: 'string', multiple: true, default: [] },
                number: { type: 'string', multiple: true, default: [] }, unfiled: { type: 'boolean', default: false },
            },
        }).values;
    } catch (error) {
        return fail(error.message);
    }
}

function numberOf(word) {
    const at = word.indexOf('=');
    if (at < 1)
        fail('--number takes K=V');
    return [word.slice(0, at), word.slice(at + 1)];
}

function itemOf(word) {
    try {
        return JSON.parse(word);
    } catch {
        return fail('--item takes a JSON object');
    }
}

const values = readOptions();
if (!values.dir || !values.dossier || !values.status)
    fail('--dir, --dossier and --status are needed');
const result = { dossier_id: values.dossier, status: values.status };
if (values.to)
    result.to = values.to;
if (values.item.length > 0)
    result.items = values.item.map(itemOf);
if (values.number.length > 0)
    result.numbers = Object.fromEntries(values.number.map(numberOf));
const folder = path.resolve(values.dir);
try {
    if (!values.unfiled)
        await readFile(path.join(folder, 'filed', values.dossier, 'receipt.jws')).catch(() => {
            throw new Error('no such dossier is filed');
        });
    console.log(JSON.stringify({ result: await issueResult(folder, result) }));
} catch (error) {
    console.error(`issue-result: ${error.message}`);
    process.exit(1);
}
