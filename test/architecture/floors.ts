import path from "node:path";
import { files, importsOf } from "./graph.ts";

export const [topOf, roomOf] = [0, 1].map(
  (depth) =>
    (file: string): string =>
      file.split(path.sep)[depth] ?? "",
) as [(file: string) => string, (file: string) => string];

/** The rooms of shared/ from the ground up: a room uses only those on floors below its own. */
export const LAYERS: readonly (readonly string[])[] = [
  ["numeric", "calendar", "words"],
  ["define", "optimise"],
  ["demand"],
  ["inventory"],
  ["purchasing"],
  ["tables"],
  ["sheets", "demo", "template"],
  ["functions"],
  ["operations"],
];

/** The rooms of shared/demand in the same way. */
const DEMAND: readonly (readonly string[])[] = [
  ["history"],
  ["models"],
  ["causes"],
  ["slow"],
  ["networks"],
  ["origins"],
  ["forecast"],
  ["backtest", "hierarchy"],
];

/** The rooms of shared/purchasing in the same way. */
const PURCHASING: readonly (readonly string[])[] = [
  ["terms"],
  ["facts"],
  ["decide"],
  ["joint"],
  ["locations"],
  ["exceptions"],
  ["plan"],
  ["cycle"],
  ["replay"],
];

/** The rooms of the task pane in the same way; `icons` is a package of its own. */
export const PANE: readonly (readonly string[])[] = [
  ["view"],
  ["work"],
  ["server", "settings"],
  ["reader"],
  ["reading"],
  ["start", "replay", "networks", "functions"],
  ["reorder"],
  ["item"],
  ["shell"],
  ["excel"],
];

export const floorIn = (layers: readonly (readonly string[])[], room: string): number =>
  layers.findIndex((rooms) => rooms.includes(room));

/** Imports of `inside`, from one room to another, that do not go down. */
export const arrowsUp = (
  layers: readonly (readonly string[])[],
  inside: (file: string) => boolean,
  room: (file: string) => string,
): string[] =>
  files.filter(inside).flatMap((file) =>
    importsOf(file)
      .filter((to) => inside(to) && room(to) !== room(file))
      .filter((to) => floorIn(layers, room(to)) >= floorIn(layers, room(file)))
      .map((to) => `${file} -> ${to}`),
  );

/** Rooms of shared that have rooms of their own. */
export const ROOMS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  demand: DEMAND,
  purchasing: PURCHASING,
};

/** A file's room in full, and the floors that it is on: of shared, and of its room where that has some. */
export function placeOf(file: string): { readonly room: string; readonly floors: readonly number[] } {
  const [, room = "", inner = ""] = file.split(path.sep);
  const layers = ROOMS[room];
  return layers === undefined
    ? { room, floors: [floorIn(LAYERS, room)] }
    : { room: `${room}/${inner}`, floors: [floorIn(LAYERS, room), floorIn(layers, inner)] };
}

/** Whether the way from one file to another stays in its room or leads down. */
export function leadsDown(from: string, to: string): boolean {
  const [a, b] = [placeOf(from), placeOf(to)];
  if (a.room === b.room) return true;
  return b.floors[0] === a.floors[0] ? (b.floors[1] ?? 0) < (a.floors[1] ?? 0) : b.floors[0]! < a.floors[0]!;
}

/** Every way from a file to one that it imports, on the walk that begins at `start`; within shared. */
export function walkFrom(start: string): { readonly from: string; readonly to: string }[] {
  const seen = new Set([start]);
  const ways: { from: string; to: string }[] = [];
  for (const from of seen)
    for (const to of importsOf(from).filter((file) => topOf(file) === "shared")) {
      ways.push({ from, to });
      seen.add(to);
    }
  return ways;
}
