import { constants } from "node:buffer";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { UserError } from "../../shared/define/errors.ts";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly offset: number;
  readonly packed: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 20_000;

const damaged = (): UserError =>
  new UserError("The file is damaged: it is not a complete .xlsx workbook. Save it again in Excel and retry.");

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

  /** The part of this name (case does not matter), or undefined. */
  read(name: string): Buffer | undefined {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    const { offset, packed, method } = entry;
    if (offset + 30 > this.data.length || this.data.readUInt32LE(offset) !== LOCAL) throw damaged();
    const start = offset + 30 + this.data.readUInt16LE(offset + 26) + this.data.readUInt16LE(offset + 28);
    const content = this.unpack(this.data.subarray(start, start + packed), method);
    this.left -= content.length;
    return content;
  }

  private unpack(packed: Buffer, method: number): Buffer {
    const tooLarge = new UserError(
      `The workbook unpacks to more than ${Math.round(this.limit / 1e6)} MB; it must be smaller. Delete sheets that the plan does not need and retry.`,
    );
    if (this.left <= 0 || (method === 0 && packed.length > this.left)) throw tooLarge;
    if (method === 0) return packed;
    if (method !== 8) throw damaged();
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.min(this.left, constants.MAX_LENGTH) });
    } catch (error) {
      throw error instanceof RangeError ? tooLarge : damaged();
    }
  }
}

/** Packs parts into a zip archive, in their order. Dates are constant, so that the same parts give the same bytes. */
export function zip(parts: ReadonlyMap<string, Buffer>): Buffer {
  const chunks: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const path = Buffer.from(name, "utf8");
    const packed = deflateRawSync(content);
    // Version 2.0, UTF-8 name, deflate, midnight of 1 January 1980.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(path.length, 22);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL);
    chunks.push(local, shared, path, packed);
    const head = Buffer.alloc(6);
    head.writeUInt32LE(CENTRAL);
    head.writeUInt16LE(20, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(head, shared, tail, path);
    offset += 30 + path.length + packed.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, list, end]);
}
