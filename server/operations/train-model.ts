import { trainModel as operation } from "../../shared/operations/train-model.ts";
import { readTrainingRequest } from "../training/own/table.ts";
import type { QueuedWork } from "./work.ts";

export const trainModel: QueuedWork = { operation, check: readTrainingRequest };
