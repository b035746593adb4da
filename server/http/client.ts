import type { Request } from "express";

/** Whom limits go by: the token where one is given, else the address. */
export const clientOf = (req: Request): string => req.get("authorization") ?? req.ip ?? "";
