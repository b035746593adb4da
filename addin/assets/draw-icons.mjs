// node addin/assets/draw-icons.mjs: draws icon.svg and icon-16.png to icon-128.png from the one drawing below.
import { Buffer } from "node:buffer";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { deflateSync } from "node:zlib";

const SIZES = [16, 32, 64, 80, 128];
/** The drawing's own grid: at 16 pixels the edges of boxes fall on pixels. */
const GRID = 16;

const teal = [11, 97, 92];
const white = [255, 255, 255];
const amber = [255, 190, 61];

/** Lots in stacks of one, two and three on a tile, and demand rising over them. */
const shapes = [
  { kind: "box", x: 0, y: 0, width: 16, height: 16, radius: 3, colour: teal },
  ...[1, 2, 3].flatMap((lots, column) =>
    Array.from({ length: lots }, (_, lot) => ({
      kind: "box",
      x: 2 + column * 4.5,
      y: 11 - lot * 4,
      width: 3,
      height: 3,
      radius: 0.5,
      colour: white,
    })),
  ),
  {
    kind: "line",
    points: [
      [2.9, 7.9],
      [5.8, 4.9],
      [8.9, 2.7],
    ],
    width: 1.4,
    colour: amber,
  },
];

/** Distance from (x, y) to the segment a-b. */
function distance(x, y, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

const inside = {
  box({ x: left, y: top, width, height, radius }, x, y) {
    const dx = Math.max(left + radius - x, x - (left + width - radius), 0);
    const dy = Math.max(top + radius - y, y - (top + height - radius), 0);
    return x >= left && x <= left + width && y >= top && y <= top + height && Math.hypot(dx, dy) <= radius;
  },
  line: ({ points, width }, x, y) => points.slice(1).some((point, i) => distance(x, y, points[i], point) <= width / 2),
};

const SAMPLES = 8;

/** RGBA rows of the drawing, each pixel the mean of 64 samples. */
function rasterise(size) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const x = ((column + ((s % SAMPLES) + 0.5) / SAMPLES) * GRID) / size;
        const y = ((row + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES) * GRID) / size;
        const top = shapes.findLast((shape) => inside[shape.kind](shape, x, y));
        if (!top) continue;
        covered++;
        top.colour.forEach((value, i) => (sum[i] += value));
      }
      const at = (row * size + column) * 4;
      sum.forEach((value, i) => (pixels[at + i] = covered ? Math.round(value / covered) : 0));
      pixels[at + 3] = Math.round((255 * covered) / SAMPLES ** 2);
    }
  return pixels;
}

/** CRC-32 as PNG wants it (ISO 3309). */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8); // eight bits a channel, RGBA
  const pixels = rasterise(size);
  const rows = Array.from({ length: size }, (_, y) => [
    Buffer.alloc(1), // no filter
    pixels.subarray(y * size * 4, (y + 1) * size * 4),
  ]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows.flat()), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function svg() {
  const hex = (colour) => `#${colour.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
  const draw = {
    box: ({ x, y, width, height, radius, colour }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${hex(colour)}"/>`,
    line: ({ points, width, colour }) =>
      `<polyline points="${points.join(" ")}" fill="none" stroke="${hex(colour)}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`,
  };
  const body = shapes.map((shape) => `  ${draw[shape.kind](shape)}\n`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${GRID} ${GRID}">\n${body}</svg>\n`;
}

const here = import.meta.dirname;
await writeFile(path.join(here, "icon.svg"), svg());
for (const size of SIZES) await writeFile(path.join(here, `icon-${size}.png`), png(size));
