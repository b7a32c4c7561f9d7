// SPDX-License-Identifier: Apache-2.0
const kTable = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; ++bit)
        value = value & 1 ? (value >>> 1) ^ 0xEDB88320 : value >>> 1;
    return value;
});

/** CRC-32 as ZIP uses it; node:zlib has it only from version 22 on. */
export function crc32(bytes) {
    let crc = 0xFFFFFFFF;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ kTable[(crc ^ byte) & 0xFF];
    return (crc ^ 0xFFFFFFFF) >>> 0;
}
