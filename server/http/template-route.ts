import { Router } from "express";
import { templateLanguage, templateLanguageOf } from "../../shared/template/languages.ts";
import { templateWorkbook } from "../workbook/template.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** `GET /template.xlsx?language=de`: an empty workbook to fill in; in the browser's language where none is named. */
export function templateRoute(): Router {
  const router = Router();
  router.get("/template.xlsx", async (req, res) => {
    const { language: asked } = req.query;
    const language =
      asked === undefined
        ? templateLanguageOf(req.acceptsLanguages()[0] ?? "en")
        : templateLanguage(typeof asked === "string" ? asked : "");
    res
      .set({ "Cache-Control": "no-cache", Vary: "Accept-Language" })
      .attachment(`lotwise-template-${language}.xlsx`)
      .type(XLSX)
      .send(await templateWorkbook(language));
  });
  return router;
}
