import { excel } from "./excel.ts";
import { excelFirstTry } from "./excel-first-try.ts";
import { excelTroubles } from "./excel-troubles.ts";
import { firstReorderSheet } from "./first-reorder-sheet.ts";
import { forecasting } from "./forecasting.ts";
import type { Guide } from "./guide.ts";
import { powerQuery } from "./power-query.ts";
import { readingWhy } from "./reading-why.ts";
import { slowMovers } from "./slow-movers.ts";

/** Every guide, in the order to read them. Adding one is its file and a line here. */
export const guides: readonly Guide[] = [
  firstReorderSheet,
  readingWhy,
  forecasting,
  slowMovers,
  excel,
  excelTroubles,
  excelFirstTry,
  powerQuery,
];
