// SPDX-License-Identifier: Apache-2.0
// Signs receipts and results: JWS compact serialisation (RFC 7515) with Ed25519 (RFC 8037).
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readIfThere, writeAtomically } from './files.mjs';

const base64url = (value) => Buffer.from(value).toString('base64url');

/** Keys sorted at every depth, no spaces: the same content gives the same bytes. */
export function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (value && typeof value === 'object') {
        const members = Object.keys(value).sort()
            .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
        return `{${members.join(',')}}`;
    }
    return JSON.stringify(value);
}

export class Signer {
    #privateKey;

    constructor(privateKey) {
        if (privateKey.asymmetricKeyType !== 'ed25519')
            throw new Error('the signing key is not an Ed25519 key');
        this.#privateKey = privateKey;
        const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
        /** The raw public key, base64url: what a counter pins. */
        this.publicKey = jwk.x;
        /** JWK thumbprint (RFC 7638). */
        this.keyId = createHash('sha256')
            .update(canonicalJson({ crv: jwk.crv, kty: jwk.kty, x: jwk.x })).digest('base64url');
    }

    /** Reads the key (PKCS#8 PEM), or makes one on the first start. */
    static async fromFile(file) {
        let pem = await readIfThere(file, 'utf8');
        if (pem === null) {
            pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
            await writeAtomically(file, pem, 0o600);
        }
        return new Signer(createPrivateKey(pem));
    }

    /** Ed25519 is deterministic: the same payload gives the same bytes. */
    jws(type, payload) {
        const header = { alg: 'EdDSA', kid: this.keyId, typ: type };
        const input = `${base64url(canonicalJson(header))}.${base64url(canonicalJson(payload))}`;
        return `${input}.${sign(null, Buffer.from(input), this.#privateKey).toString('base64url')}`;
    }
}
