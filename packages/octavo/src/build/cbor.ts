/** What Pagefind's index files are made of. */
export type Cbor = number | string | Cbor[];

/** Returns what bytes stand for: integers, texts and arrays (RFC 8949, section 3.1). */
export function decodeCbor(bytes: Uint8Array): Cbor {
  return new Reading(bytes).value();
}

/** Returns the bytes of a value, in the shortest form (RFC 8949, section 4.2.1). */
export function encodeCbor(value: Cbor): Buffer {
  if (typeof value === 'number') {
    return value < 0 ? head(1, -1 - value) : head(0, value);
  }
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([head(3, text.length), text]);
  }
  return Buffer.concat([head(4, value.length), ...value.map(encodeCbor)]);
}

class Reading {
  readonly #bytes: Buffer;
  #place = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  value(): Cbor {
    const first = this.#bytes.readUInt8(this.#place++);
    const [type, count] = [first >> 5, this.#count(first & 31)];
    if (type === 0) return count;
    if (type === 1) return -1 - count;
    if (type === 3) {
      this.#place += count;
      return this.#bytes.toString('utf8', this.#place - count, this.#place);
    }
    if (type === 4) return Array.from({ length: count }, () => this.value());
    throw new TypeError(`an index of Pagefind has a value of CBOR's type ${type}`);
  }

  #count(start: number): number {
    if (start < 24) return start;
    const size = 2 ** (start - 24);
    if (size > 4) throw new RangeError('an index of Pagefind has a number of more than 32 bits');
    this.#place += size;
    return this.#bytes.readUIntBE(this.#place - size, size);
  }
}

function head(type: number, count: number): Buffer {
  const first = type << 5;
  if (count < 24) return Buffer.from([first | count]);
  const size = count < 2 ** 8 ? 1 : count < 2 ** 16 ? 2 : 4;
  const bytes = Buffer.alloc(1 + size, first | (24 + Math.log2(size)));
  bytes.writeUIntBE(count, 1, size);
  return bytes;
}
