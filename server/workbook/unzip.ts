import { constants } from "node:buffer";
import { createInflateRaw, inflateRawSync } from "node:zlib";
import { UserError } from "../../shared/define/errors.ts";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly offset: number;
  readonly packed: number;
}

interface Packed {
  readonly bytes: Buffer;
  readonly deflated: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 20_000;
/** Bytes unpacked at a time. */
const PIECE = 1 << 18;
/** Packed bytes that come to no more than some megabytes: deflate packs a thousand to one at best. */
const SMALL = 1 << 14;

const damaged = (): UserError =>
  new UserError("The file is damaged: it is not a complete .xlsx workbook. Save it again in Excel and retry.");

const listTooLarge = (most: number): UserError =>
  new UserError(
    `The workbook's lists of sheets, links or styles unpack to more than ${Math.round(most / 1e6)} MB. Open it in Excel, save it again and retry.`,
  );

function endRecord(data: Buffer): number {
  for (let at = data.length - 22; at >= Math.max(0, data.length - 65_557); at--)
    if (data.readUInt32LE(at) === END) return at;
  throw damaged();
}

function directory(data: Buffer): Map<string, Entry> {
  const end = endRecord(data);
  const count = data.readUInt16LE(end + 10);
  let at = data.readUInt32LE(end + 16);
  const entries = new Map<string, Entry>();
  for (let i = 0; i < Math.min(count, MAX_ENTRIES); i++) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== CENTRAL) throw damaged();
    if (data.readUInt16LE(at + 8) & 1)
      throw new UserError(
        "The workbook is protected by a password. Remove the password in Excel (File, Info, Protect Workbook) and retry.",
      );
    const [nameLength, extra, comment] = [
      data.readUInt16LE(at + 28),
      data.readUInt16LE(at + 30),
      data.readUInt16LE(at + 32),
    ];
    const name = data.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/");
    entries.set(name.toLowerCase(), {
      name,
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      offset: data.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** A zip archive's parts, unpacked one at a time when asked for, with a limit on all of them together. */
export class ZipReader {
  private readonly entries: Map<string, Entry>;
  private left: number;

  /** `limit` is in bytes unpacked: what the archive declares is not believed, what comes out is counted. */
  constructor(
    private readonly data: Buffer,
    private readonly limit: number,
  ) {
    this.left = limit;
    this.entries = directory(data);
  }

  get names(): string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  /** The part of this name (case does not matter) at once, or undefined. For parts that should be small: no more than `most` bytes. */
  read(name: string, most = Infinity): Buffer | undefined {
    const found = this.packed(name);
    return found && this.whole(found, most);
  }

  private whole({ bytes, deflated }: Packed, most: number): Buffer {
    const room = Math.min(this.left, most, constants.MAX_LENGTH);
    const tooLarge = most < this.left ? listTooLarge(most) : this.tooLarge();
    if (room <= 0 || (!deflated && bytes.length > room)) throw tooLarge;
    try {
      const part = deflated ? inflateRawSync(bytes, { maxOutputLength: room }) : bytes;
      this.left -= part.length;
      return part;
    } catch (error) {
      throw error instanceof RangeError ? tooLarge : damaged();
    }
  }

  /** The part of this name as it unpacks, piece by piece, so that no more than a piece is in memory; or undefined. */
  stream(name: string): AsyncIterable<Buffer> | undefined {
    const found = this.packed(name);
    if (found === undefined) return undefined;
    return found.deflated && found.bytes.length > SMALL ? this.inflated(found.bytes) : this.inPieces(found);
  }

  private async *inflated(bytes: Buffer): AsyncGenerator<Buffer> {
    const inflate = createInflateRaw({ chunkSize: PIECE });
    inflate.end(bytes);
    try {
      for await (const piece of inflate as AsyncIterable<Buffer>) {
        this.count(piece.length);
        yield piece;
      }
    } catch (error) {
      throw error instanceof UserError ? error : damaged();
    } finally {
      inflate.destroy();
    }
  }

  private async *inPieces(found: Packed): AsyncGenerator<Buffer> {
    const bytes = this.whole(found, Infinity);
    for (let at = 0; at < bytes.length; at += PIECE) yield await Promise.resolve(bytes.subarray(at, at + PIECE));
  }

  private packed(name: string): Packed | undefined {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    const { offset, packed, method } = entry;
    if (offset + 30 > this.data.length || this.data.readUInt32LE(offset) !== LOCAL) throw damaged();
    const start = offset + 30 + this.data.readUInt16LE(offset + 26) + this.data.readUInt16LE(offset + 28);
    if (method !== 0 && method !== 8) throw damaged();
    return { bytes: this.data.subarray(start, start + packed), deflated: method === 8 };
  }

  private count(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw this.tooLarge();
  }

  private tooLarge(): UserError {
    return new UserError(
      `The workbook unpacks to more than ${Math.round(this.limit / 1e6)} MB; it must be smaller. Delete sheets that the plan does not need and retry.`,
    );
  }
}
