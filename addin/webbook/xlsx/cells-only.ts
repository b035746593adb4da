import type JSZip from "jszip";

/** Elements of a sheet that stand for such parts. */
export const IGNORED_NODES = ["drawing", "legacyDrawing", "picture", "tableParts"];

const BESIDE_CELLS = /^xl\/(comments|drawings|media|tables|threadedComments)/;
const SHEET_RELATIONS = /^xl\/worksheets\/_rels\/[^/]+\.rels$/;
const RELATION = /<Relationship\s[^>]*(?:\/>|>\s*<\/Relationship>)/g;

/**
 * An .xlsx file without comments, drawings and tables, which the grid does not show. A file may have them at any address
 * (ECMA-376, part 2, section 6.5), and exceljs fails on every other than Excel's own: xl/comments/comment1.xml, or
 * "/xl/tables/table1.xml" for "../tables/table1.xml".
 */
export async function cellsOnly(zip: JSZip, file: ArrayBuffer): Promise<ArrayBuffer> {
  const names = Object.keys(zip.files);
  const beside = names.filter((name) => BESIDE_CELLS.test(name));
  for (const name of beside) zip.remove(name);
  const relations = names.filter((name) => SHEET_RELATIONS.test(name));
  if (beside.length + relations.length === 0) return file;
  for (const name of relations) {
    const text = await zip.file(name)!.async("string");
    zip.file(
      name,
      text.replace(RELATION, (relation) => (relation.includes("/hyperlink") ? relation : "")),
    );
  }
  // Parts that are packed so already are passed on as they are.
  return zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" });
}
