import { Router } from "express";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { dist } from "../paths.ts";
import { vendorRoute } from "./vendor.ts";

/**
 * The workbook page's own policy. The grid compiles its templates, so it needs unsafe-eval; everything it loads is
 * ours. The task pane in its frame keeps the strict policy of every other page.
 */
function policyOf(html: string): string {
  const inline = /<script type="importmap">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(inline).digest("base64");
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-eval' 'sha256-${hash}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}

/** The workbook page at `/` and the libraries it loads. */
export function webbookRoute(): Router {
  const router = Router();
  const html = readFileSync(path.join(dist, "addin", "webbook.html"), "utf8");
  const policy = policyOf(html);
  router.get("/", (_req, res) => {
    res.set({ "Content-Security-Policy": policy, "Cache-Control": "no-cache" }).type("html").send(html);
  });
  router.use("/vendor", vendorRoute());
  return router;
}
