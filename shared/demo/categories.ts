import { carnival, christmas, easter, halloween, summer, type Bump } from "./season.ts";

export interface Category {
  readonly name: string;
  readonly season: readonly Bump[];
  /** Suppliers that make it, by name. */
  readonly suppliers: readonly string[];
  /** Bulky goods fill the store, so many of them have a maximum. */
  readonly bulky?: boolean;
  /** What is sold, and its usual selling prices, lowest and highest. */
  readonly forms: readonly (readonly [string, number, number])[];
}

/** The categories, a twelfth of the items each. */
export const categories: readonly Category[] = [
  {
    name: "Board games",
    season: [christmas(3.2)],
    suppliers: ["Nonesuch Games", "Notional Puzzles"],
    forms: [
      ["board game", 22, 45],
      ["card game", 9, 16],
      ["dice game", 8, 15],
      ["memory game", 12, 20],
      ["strategy game", 32, 60],
    ],
  },
  {
    name: "Building sets",
    season: [christmas(2.8), summer(0.15)],
    suppliers: ["Imaginary Bricks"],
    forms: [
      ["building set 120 pieces", 13, 20],
      ["building set 350 pieces", 32, 48],
      ["building set 900 pieces", 75, 120],
      ["starter bricks", 18, 30],
    ],
  },
  {
    name: "Puzzles",
    season: [christmas(1.8)],
    suppliers: ["Notional Puzzles"],
    forms: [
      ["puzzle 60 pieces", 8, 11],
      ["puzzle 200 pieces", 10, 14],
      ["puzzle 500 pieces", 12, 17],
      ["puzzle 1000 pieces", 15, 23],
    ],
  },
  {
    name: "Plush",
    season: [christmas(1.6), easter(0.5)],
    suppliers: ["Make-Believe Plush", "Placeholder Trading"],
    forms: [
      ["plush 20 cm", 12, 19],
      ["plush 40 cm", 25, 40],
      ["hand puppet", 15, 24],
      ["comforter", 13, 19],
    ],
  },
  {
    name: "Wooden toys",
    season: [christmas(1.7)],
    suppliers: ["Example Wooden Toys"],
    forms: [
      ["wooden train", 25, 60],
      ["wooden blocks", 18, 35],
      ["stacking tower", 12, 20],
      ["pull-along toy", 14, 26],
      ["wooden marble run", 38, 75],
    ],
  },
  {
    name: "Craft and paint",
    season: [christmas(0.9), easter(0.3)],
    suppliers: ["Sample Craft Supply"],
    forms: [
      ["craft kit", 9, 22],
      ["paint box", 5, 12],
      ["sticker set", 3, 6],
      ["modelling clay", 5, 11],
      ["bead set", 7, 15],
    ],
  },
  {
    name: "Vehicles",
    season: [christmas(2)],
    suppliers: ["Hypothetical Wheels"],
    forms: [
      ["model car", 4, 9],
      ["truck", 14, 30],
      ["remote-control car", 35, 85],
      ["race track", 40, 90],
      ["fire engine", 20, 40],
    ],
  },
  {
    name: "Baby and toddler",
    season: [christmas(0.4)],
    suppliers: ["Invented Baby Toys"],
    forms: [
      ["rattle", 7, 12],
      ["activity cube", 28, 48],
      ["bath toy", 6, 13],
      ["teether", 6, 11],
      ["music box", 18, 30],
    ],
  },
  {
    name: "Role play",
    season: [christmas(2.2), easter(0.2)],
    suppliers: ["Pretend Play Works"],
    bulky: true,
    forms: [
      ["play kitchen", 75, 140],
      ["tool bench", 45, 80],
      ["doctor's case", 15, 28],
      ["shop counter", 55, 90],
      ["doll's house", 60, 120],
    ],
  },
  {
    name: "Outdoor",
    season: [summer(2.6), easter(0.6)],
    suppliers: ["Fictional Outdoor Fun"],
    bulky: true,
    forms: [
      ["scooter", 40, 90],
      ["paddling pool", 20, 60],
      ["sand set", 7, 15],
      ["kite", 10, 26],
      ["water blaster", 9, 22],
      ["garden swing", 45, 110],
    ],
  },
  {
    name: "Party and fancy dress",
    season: [carnival(2.4), halloween(3)],
    suppliers: ["Mock Party Goods"],
    forms: [
      ["costume", 16, 32],
      ["mask", 4, 9],
      ["party set", 7, 15],
      ["balloons", 3, 5],
      ["face paint", 5, 11],
    ],
  },
  {
    name: "Pocket money",
    season: [christmas(0.7), summer(0.3)],
    suppliers: ["Placeholder Trading"],
    forms: [
      ["bouncing ball", 1, 3],
      ["yo-yo", 3, 6],
      ["key ring", 3, 5],
      ["mini figure", 3, 8],
      ["spinning top", 3, 6],
    ],
  },
];

/** The names that make items of one form distinct. */
export const themes: readonly string[] = [
  ..."Dragon,Pirate,Forest,Ocean,Space,Castle,Farm,Jungle,Arctic,Circus,Robot,Fairy,Dinosaur,Safari,Harbour".split(","),
  ..."Meadow,Comet,Lighthouse,Volcano,Owl,Fox,Whale,Hedgehog,Rainbow,Galaxy,Submarine,Airport,Village".split(","),
];
